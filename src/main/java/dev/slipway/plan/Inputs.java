package dev.slipway.plan;

import dev.slipway.platform.Target;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What comes from outside the model and is passed in: where environments go that the model does not place, and which
 * images a pipeline has built.
 *
 * @param target account and region for environments without their own
 * @param digests by service, the digest of its image: {@code sha256:...}
 */
public record Inputs(Target target, Map<String, String> digests) {
    /** Nothing from outside: the documentation account, and images by tag. */
    public static final Inputs NONE = new Inputs(Target.DOCUMENTATION, Map.of());

    public Inputs {
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
    }
}
