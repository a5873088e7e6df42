package dev.slipway.testing.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders for what an object is called and where it is, so that objects which differ in nothing else read the same. */
final class Naming {
    private record Placeholder(Pattern pattern, String text) {}

    private final List<Placeholder> placeholders = new ArrayList<>();

    /** What has no placeholder. */
    static Naming none() {
        return new Naming();
    }

    /** Puts a placeholder in the place of a whole word; not before a dot, as in the topic {@code order.placed} of order. */
    Naming of(String placeholder, String word) {
        return with(placeholder, word, "(?<![A-Za-z0-9])%s(?![A-Za-z0-9.])");
    }

    /** Where it is; not in a domain that is called so, as in {@code slipway.dev/owner}. */
    Naming in(String environment) {
        return with("<environment>", environment, "(?<![A-Za-z0-9])(?!(?<=\\.)%1$s/)%1$s(?![A-Za-z0-9])");
    }

    private Naming with(String placeholder, String word, String pattern) {
        if (word.length() > 1) {
            placeholders.add(new Placeholder(
                    Pattern.compile(pattern.formatted(Pattern.quote(word))), Matcher.quoteReplacement(placeholder)));
        }
        return this;
    }

    String apply(String text) {
        String named = text;
        for (Placeholder placeholder : placeholders) {
            named = placeholder.pattern().matcher(named).replaceAll(placeholder.text());
        }
        return named;
    }
}
