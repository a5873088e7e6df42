package dev.slipway.capability.storage.volume;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/**
 * A disk of its own for each replica of a service, which outlives the pod. What replicas share belongs into a database or a
 * bucket: a disk is written by one node at a time.
 *
 * <pre>{@code
 * Service.go("index").worker().needs(volume("/var/lib/index", 20))
 * }</pre>
 *
 * @param path where the container finds it
 * @param gibibytes in GiB
 */
@Declares
public record Volume(String path, int gibibytes, Origin origin) implements Need {
    /** {@code volume("/var/lib/index", 20)}: 20 GiB. */
    public static Volume volume(String path, int gibibytes) {
        return new Volume(path, gibibytes, Origin.here());
    }

    @Override
    public String describe() {
        return "volume " + path;
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.own("volume", path.replaceFirst("^/", ""))));
    }
}
