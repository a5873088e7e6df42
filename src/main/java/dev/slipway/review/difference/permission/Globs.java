package dev.slipway.review.difference.permission;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an element of a statement names, or all but that where the element is Not. */
record Globs(List<Glob> globs, boolean isNegated) {
    static final Globs ALL = new Globs(List.of(Glob.ALL), false);

    Globs {
        globs = List.copyOf(globs);
    }

    static Globs of(Stream<String> patterns, boolean isNegated) {
        return new Globs(patterns.sorted().distinct().map(Glob::new).toList(), isNegated);
    }

    /** One for each pattern; all together where they are negated. */
    Stream<Globs> parts() {
        return isNegated ? Stream.of(this) : globs.stream().map(glob -> new Globs(List.of(glob), false));
    }

    boolean covers(Globs other) {
        if (isNegated) {
            return other.isNegated
                    ? globs.stream().allMatch(mine -> other.globs.stream().anyMatch(theirs -> theirs.covers(mine)))
                    : other.globs.stream().noneMatch(theirs -> globs.stream().anyMatch(mine -> mine.overlaps(theirs)));
        }
        return other.isNegated
                ? globs.contains(Glob.ALL)
                : other.globs.stream().allMatch(theirs -> globs.stream().anyMatch(mine -> mine.covers(theirs)));
    }

    /** Names of actions are the same in upper and lower case. */
    Globs lowerCase() {
        return of(globs.stream().map(glob -> glob.pattern().toLowerCase(Locale.ROOT)), isNegated);
    }

    boolean isEverything() {
        return covers(ALL);
    }

    String text() {
        List<String> patterns = globs.stream().map(Glob::pattern).toList();
        return (isNegated ? "all but " : "") + String.join(", ", patterns);
    }
}
