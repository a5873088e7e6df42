package dev.slipway.testing.failure;

import dev.slipway.review.Tree;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value that none of several had.
 *
 * @param place {@code At CapacityType}
 * @param text that was sought; empty for a value that is none, which is near to nothing
 * @param there what they had instead
 */
public record Sought(String place, String text, Collection<String> there) {
    /** Where nothing was sought. */
    public static final Sought NOTHING = new Sought("", "", List.of());

    /** A value at a path, and what stands there in each. */
    public static Sought at(String path, Tree value, Stream<Tree> there) {
        boolean isText = !value.text().isEmpty() && value.number().isEmpty();
        return new Sought(
                "At " + path,
                isText ? value.toString() : "",
                there.map(Sought::shown).distinct().toList());
    }

    private static String shown(Tree value) {
        return value.exists() ? value.toString() : "nothing";
    }

    Failure in(Failure failure) {
        if (there.isEmpty()) {
            return failure;
        }
        Failure named = failure.line(place + " there is").names(there);
        return text.isEmpty() ? named : named.nearest(text, there);
    }
}
