package dev.slipway.review.difference.render;

import dev.slipway.review.difference.report.Line;
import dev.slipway.review.difference.report.Mark;
import dev.slipway.review.difference.report.Report;
import dev.slipway.review.difference.report.Section;
import dev.slipway.review.difference.topology.TopologyChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A report as a comment of a pull request: the verdict first, what is dangerous next, all else folded. What comes from a model stands in
 * blocks of code alone, whose fences are longer than any in them, so that nothing in it is a link, a mention or markup.
 *
 * <pre>{@code
 * new MarkdownReport(MarkdownReport.GITHUB, "the artifact slipway-diff").of(report)
 * }</pre>
 *
 * @param most bytes in UTF-8, of which what is dangerous gets the first
 * @param rest where everything stands that has no room
 */
public record MarkdownReport(int most, String rest) {
    /** GitHub takes 65,536 characters, and counts some of them twice: https://github.com/orgs/community/discussions/41331. */
    public static final int GITHUB = 65_000;

    /** For the last words. */
    private static final int RESERVE = 200;

    private static final int SHORTEST = 600;

    /** What is dangerous is folded too where it is more than a screen. */
    private static final int LONGEST_OPEN = 25;

    public String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("## Slipway: ")
                .append(report.verdict().toLowerCase(Locale.ROOT))
                .append("\n\n");
        text.append(code(report.before()))
                .append(" → ")
                .append(code(report.after()))
                .append("\n\n");
        if (report.isRefused()) {
            text.append(fenced(
                    "diff",
                    report.refused().stream()
                            .map(reason -> "- " + Plain.of(reason))
                            .toList()));
            text.append('\n');
        }
        if (!report.counts().isEmpty()) {
            text.append("It ").append(report.counts()).append(".\n");
        }
        boolean isWhole = true;
        for (Section section : report.dangers()) {
            boolean isFolded = section.lines().size() > LONGEST_OPEN;
            String title = "%s (%s)".formatted(section.title(), section.summary());
            isWhole &= append(
                    text,
                    isFolded ? folded(title) : "\n**%s**\n\n".formatted(title),
                    isFolded ? "\n</details>\n" : "",
                    section);
        }
        for (TopologyChange change : report.topologies().values()) {
            isWhole &= appendDiagram(text, change);
        }
        for (Section section : report.details()) {
            String head = folded("%s: %s".formatted(section.title(), html(section.summary())));
            isWhole &= append(text, head, "\n</details>\n", section);
        }
        if (!isWhole) {
            text.append("\nThere is more than a comment holds; all of it is in ")
                    .append(rest)
                    .append(".\n");
        }
        return text.toString();
    }

    private static String folded(String title) {
        return "\n<details><summary>%s</summary>\n\n".formatted(title);
    }

    private int room(StringBuilder text) {
        return most - RESERVE - bytes(text.toString());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As many lines as there is room for; nothing where that is too little. */
    private boolean append(StringBuilder text, String head, String foot, Section section) {
        int room = room(text) - bytes(head) - bytes(foot);
        List<String> lines = new ArrayList<>();
        int used = 0;
        for (Line line : section.lines()) {
            String shown = shown(line);
            used += bytes(shown) + 1;
            if (used > room - SHORTEST / 4) {
                break;
            }
            lines.add(shown);
        }
        String block = fenced("diff", lines);
        boolean isWhole = lines.size() == section.lines().size();
        if (lines.isEmpty() || bytes(block) > room || (!isWhole && room < SHORTEST)) {
            return false;
        }
        text.append(head).append(block);
        if (!isWhole) {
            text.append("and %s lines more.\n".formatted(section.lines().size() - lines.size()));
        }
        text.append(foot);
        return isWhole;
    }

    private boolean appendDiagram(StringBuilder text, TopologyChange change) {
        String head = folded("Topology of %s, before and after".formatted(html(change.environment())));
        String block = fenced("mermaid", change.mermaid().lines().map(Plain::of).toList());
        String all = head + block + "\n</details>\n";
        if (bytes(all) > room(text) / 2) {
            return false;
        }
        text.append(all);
        return true;
    }

    /** Coloured by the first character: green, red and orange. */
    private static String shown(Line line) {
        Mark mark = line.mark();
        char sign = mark == Mark.CHANGED ? '!' : mark == Mark.DANGER ? '-' : mark.sign();
        String indent = "  ".repeat(line.depth());
        return line.depth() == 0 && mark == Mark.NONE
                ? "@@ " + Plain.of(line.text()) + " @@"
                : sign + " " + indent + Plain.of(line.text());
    }

    /** A block of code that nothing in it can end. */
    static String fenced(String language, List<String> lines) {
        String body = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        String fence = "`".repeat(Math.max(3, longestRun(body) + 1));
        return fence + language + "\n" + body + fence + "\n";
    }

    /** Code within a line that nothing in it can end. */
    static String code(String text) {
        String plain = Plain.of(text);
        String fence = "`".repeat(longestRun(plain) + 1);
        boolean isPadded = plain.startsWith("`") || plain.endsWith("`") || plain.isBlank();
        return fence + (isPadded ? " " + plain + " " : plain) + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Letters, digits and what is harmless; anything else as an entity. */
    static String html(String text) {
        StringBuilder safe = new StringBuilder();
        Plain.of(text).codePoints().forEach(point -> {
            boolean isSafe = Character.isLetterOrDigit(point) || " ,.+-$/:".indexOf(point) >= 0;
            safe.append(isSafe ? Character.toString(point) : "&#" + point + ";");
        });
        return safe.toString();
    }
}
