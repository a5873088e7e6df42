package dev.slipway.review.difference.guard;

import dev.slipway.review.Tree;
import java.util.List;

/** How well a value protects: the higher, the better. */
interface Rank {
    double of(Tree value);

    /** True protects. */
    static Rank isTrue() {
        return value -> value.isTrue() ? 1 : 0;
    }

    /** The more the better; nothing is none. */
    static Rank more() {
        return value -> value.number().orElse(0L);
    }

    /** The more the better; nothing is for ever. */
    static Rank moreOrForever() {
        return value -> value.number().map(Long::doubleValue).orElse(Double.MAX_VALUE);
    }

    /** Anything protects better than nothing. */
    static Rank exists() {
        return value -> value.exists() ? 1 : 0;
    }

    /** How many there are. */
    static Rank count() {
        return value -> value.items().size();
    }

    /** From the weakest, which also is what stands where nothing does. */
    static Rank among(String... fromWeakest) {
        return value -> Math.max(0, List.of(fromWeakest).indexOf(value.text()));
    }
}
