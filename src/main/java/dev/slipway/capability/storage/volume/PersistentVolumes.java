package dev.slipway.capability.storage.volume;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.VolumeClaim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Persistent volumes of the cluster, by a storage class: on EKS encrypted disks of EBS. In production a volume is kept when
 * its service is gone. It is what an environment gets unless it chooses another way.
 *
 * <pre>{@code
 * Environment.named("prod").with(persistentVolumes().storageClass("io2"))
 * }</pre>
 *
 * @param ofClass by which volumes are made; the cluster's default where it is not chosen
 */
@Declares
public record PersistentVolumes(Optional<String> ofClass, Origin origin) implements Provider<Volume> {
    public static PersistentVolumes persistentVolumes() {
        return new PersistentVolumes(Optional.empty(), Origin.here());
    }

    /** A storage class that the cluster has. */
    public PersistentVolumes storageClass(String name) {
        return new PersistentVolumes(Optional.of(name), origin);
    }

    @Override
    public Class<Volume> meets() {
        return Volume.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return VolumeChecks.of(place, this);
    }

    @Override
    public Binding bind(Claim<? extends Volume> claim, Place place) {
        Volume volume = claim.need();
        return Binding.ofVolumes(new VolumeClaim(
                nameOf(volume),
                volume.path(),
                volume.gibibytes(),
                ofClass,
                place.environment().isProduction(),
                volume.describe()));
    }

    /** {@code /var/lib/index}: {@code disk-var-lib-index}. */
    static String nameOf(Volume volume) {
        return "disk" + volume.path().replaceAll("[^a-z0-9]+", "-");
    }
}
