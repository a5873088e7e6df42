package dev.slipway.trace;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which needs a text is about: a path of a construct, an ARN, the name of an object. */
record Mentions(List<String> words, String text) {
    static Mentions in(String text) {
        return of(text, text);
    }

    /** Of a text whose words count, and a name that counts as a whole. */
    static Mentions of(String text, String name) {
        return new Mentions(List.of(text.split("[^A-Za-z0-9._-]+", -1)), name);
    }

    /** Whether a name stands in the text as a word. */
    boolean has(String name) {
        return words.contains(name);
    }

    /**
     * Those of the needs that are named: by the parameters and secrets that they read, else by their topic or bucket, else by
     * their service or one of its tasks.
     */
    List<Bound> among(List<Bound> needs) {
        return Stream.of(readers(needs), users(needs), ofServices(needs))
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Bound> readers(List<Bound> needs) {
        return needs.stream()
                .filter(need -> need.reads().anyMatch(this::quotes))
                .toList();
    }

    /** A whole name: {@code /shop/dev/cache/endpoint} is not in {@code /shop/dev/cache/endpoint-of-readers}. */
    private boolean quotes(String name) {
        int start = text.indexOf(name);
        int end = start + name.length();
        return start >= 0
                && (end == text.length()
                        || (!Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '-')
                        || text.startsWith("-?", end));
    }

    /** A topic of dead letters is called after a topic and who could not process it. */
    private List<Bound> users(List<Bound> needs) {
        Set<Bound> users = new LinkedHashSet<>();
        for (String word : words) {
            needs.stream()
                    .flatMap(Bound::ends)
                    .filter(end -> word.equals(end) || word.startsWith(end + "."))
                    .max(Comparator.comparingInt(String::length))
                    .ifPresent(end -> users.addAll(users(needs, end, word.substring(end.length()))));
        }
        return List.copyOf(users);
    }

    private List<Bound> users(List<Bound> needs, String end, String rest) {
        List<Bound> users =
                needs.stream().filter(need -> need.ends().anyMatch(end::equals)).toList();
        List<Bound> named = users.stream()
                .filter(need -> has(need.service().name())
                        || List.of(rest.split("\\.", -1))
                                .contains(need.service().name()))
                .toList();
        return named.isEmpty() ? users : named;
    }

    private List<Bound> ofServices(List<Bound> needs) {
        return needs.stream()
                .filter(need -> has(need.service().name())
                        || need.binding().tasks().stream().anyMatch(task -> has(task.name())))
                .toList();
    }
}
