package dev.slipway.testing.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * How a golden file differs from what was rendered.
 *
 * @param changed lines that are gone and lines that are new
 * @param shown lines for people: where each change is, and what it is
 */
public record FileDifference(int changed, List<String> shown) {
    public FileDifference {
        shown = List.copyOf(shown);
    }

    static FileDifference missing(String file, String text) {
        int lines = (int) text.lines().count();
        return new FileDifference(lines, List.of("%s is missing (%s lines)".formatted(file, lines)));
    }

    static FileDifference orphaned(String file) {
        return new FileDifference(0, List.of("%s is left over: nothing is rendered for it, delete it".formatted(file)));
    }

    /** Each change with its file and line, and what it is within. */
    static FileDifference of(String file, String golden, String rendered) {
        List<String> before = golden.lines().toList();
        List<String> after = rendered.lines().toList();
        List<LineDifference> differences = LineDifference.between(before, after);
        List<String> shown = new ArrayList<>();
        int last = -1;
        for (LineDifference difference : differences) {
            if (difference.line() > last + 1) {
                shown.add("%s:%s%s".formatted(file, difference.line(), within(before, difference.line() - 1)));
            }
            last = difference.line();
            shown.add(difference.toString());
        }
        return new FileDifference(differences.size(), shown);
    }

    /** The keys that a line is under. */
    private static String within(List<String> lines, int index) {
        if (index >= lines.size()) {
            return "";
        }
        List<String> keys = new ArrayList<>();
        int indent = indent(lines.get(index));
        for (int i = index - 1; i >= 0 && indent > 0; i--) {
            String line = lines.get(i);
            if (!line.isBlank() && indent(line) < indent) {
                indent = indent(line);
                keys.add(0, line.strip().replaceFirst(":( \\|-?)?$", ""));
            }
        }
        return keys.isEmpty() ? "" : " (%s)".formatted(String.join(", ", keys));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
