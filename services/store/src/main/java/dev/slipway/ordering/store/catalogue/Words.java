package dev.slipway.ordering.store.catalogue;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody types into a search, as PostgreSQL searches for it. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST = 10;

    private Words() {}

    /**
     * All of the words, each as the beginning of one: {@code "Espresso c"} is {@code "Espresso:* & c:*"}. Everything
     * that is no letter or digit is between words, and nothing of it reaches the query.
     */
    static Optional<String> query(String typed) {
        String query = WORD.matcher(typed)
                .results()
                .limit(MOST)
                .map(MatchResult::group)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        return Optional.of(query).filter(words -> !words.isEmpty());
    }
}
