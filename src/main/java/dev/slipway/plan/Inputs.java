package dev.slipway.plan;

import dev.slipway.platform.Target;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What comes from outside the model and is passed in: where environments go that the model does not place, which images
 * a pipeline has built, and the day.
 *
 * @param target account and region for environments without their own
 * @param digests by service, the digest of its image: {@code sha256:...}
 * @param today for rules about dates, which say nothing where it is not known; no output depends on it
 */
public record Inputs(Target target, Map<String, String> digests, Optional<LocalDate> today) {
    /** Nothing from outside: the documentation account, images by tag, and no day. */
    public static final Inputs NONE = new Inputs(Target.DOCUMENTATION, Map.of());

    public Inputs {
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
    }

    /** On no day. */
    public Inputs(Target target, Map<String, String> digests) {
        this(target, digests, Optional.empty());
    }

    /** The same on a day: {@code Inputs.NONE.on(LocalDate.of(2026, 11, 21))}. */
    public Inputs on(LocalDate day) {
        return new Inputs(target, digests, Optional.of(day));
    }
}
