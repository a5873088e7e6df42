package dev.slipway.ordering.checks.configuration;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that something reads: those it cannot do without, and those it can. */
record Reads(SortedSet<String> required, SortedSet<String> optional) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");

    static Reads none() {
        return new Reads(new TreeSet<>(), new TreeSet<>());
    }

    /** Those in the placeholders of a text: {@code ${NAME}} and {@code ${NAME:default}}. */
    void placeholders(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            (matcher.group(2) == null ? required : optional).add(matcher.group(1));
        }
    }

    boolean has(String variable) {
        return required.contains(variable) || optional.contains(variable);
    }
}
