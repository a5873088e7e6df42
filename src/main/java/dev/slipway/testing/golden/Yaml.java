package dev.slipway.testing.golden;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as YAML that reads well, and that every parser takes for the same. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.<$(][A-Za-z0-9_/.<>$(){}*+@=?~;!%^&|\\\\ :'-]*");
    private static final Pattern NUMBER = Pattern.compile("[-+.]?[0-9][0-9_.xXoOeE+:-]*");
    private static final Set<String> WORDS =
            Set.copyOf(List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"));

    private Yaml() {}

    /** A value in one line. */
    static String flow(Tree tree) {
        if (!tree.fields().isEmpty()) {
            return new TreeSet<>(tree.fields().keySet())
                    .stream()
                            .map(field -> key(field) + ": " + flow(tree.get(field)))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (!tree.items().isEmpty()) {
            return tree.items().stream().map(Yaml::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return isText(tree) ? inFlow(tree.text()) : tree.toString();
    }

    private static String inFlow(String text) {
        return text.matches(".*[,\\[\\]{}].*") ? quoted(text) : scalar(text);
    }

    /** The step to an item that has no name but what it holds. */
    static String item(Tree item) {
        return "- " + flow(item);
    }

    static boolean isText(Tree tree) {
        return tree.toString().startsWith("\"");
    }

    /** A text in one line. */
    static String scalar(String text) {
        boolean isPlain = PLAIN.matcher(text).matches()
                && !text.contains(": ")
                && !text.endsWith(":")
                && !text.endsWith(" ")
                && !NUMBER.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return isPlain ? text : quoted(text);
    }

    private static String quoted(String text) {
        return Tree.of(text).toString();
    }

    static String key(String field) {
        return scalar(field);
    }

    /** Whether a text can be written line by line, as it is. */
    static boolean isBlock(String text) {
        return text.contains("\n")
                && !text.startsWith(" ")
                && !text.startsWith("\n")
                && text.chars().noneMatch(c -> c < ' ' && c != '\n')
                && text.lines().noneMatch(line -> line.endsWith(" "));
    }
}
