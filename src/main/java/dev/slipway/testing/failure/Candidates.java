package dev.slipway.testing.failure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was there instead of what was looked for.
 *
 * <pre>{@code
 * Candidates.of(names).within(Optional.of("OrderingEnvironments.java:44"))
 * }</pre>
 *
 * @param origins by name, where each was declared; asked of the nearest alone
 * @param around where that was declared which was looked through
 */
public record Candidates(Map<String, Supplier<Optional<String>>> origins, Optional<String> around) {
    /** Names of things whose declaration nobody knows. */
    public static Candidates of(Collection<String> names) {
        Candidates candidates = none();
        names.forEach(name -> candidates.add(name, Optional::empty));
        return candidates;
    }

    /** None yet. */
    public static Candidates none() {
        return new Candidates(new LinkedHashMap<>(), Optional.empty());
    }

    /** Adds one; of two with one name the first stays. */
    public Candidates add(String name, Supplier<Optional<String>> origin) {
        origins.putIfAbsent(name, origin);
        return this;
    }

    /** Says where that was declared which was looked through. */
    public Candidates within(Optional<String> declared) {
        return new Candidates(origins, declared);
    }

    Collection<String> names() {
        return origins.keySet();
    }
}
