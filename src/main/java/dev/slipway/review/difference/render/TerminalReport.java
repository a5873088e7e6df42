package dev.slipway.review.difference.render;

import dev.slipway.review.difference.report.Line;
import dev.slipway.review.difference.report.Mark;
import dev.slipway.review.difference.report.Report;
import dev.slipway.review.difference.report.Section;
import dev.slipway.review.difference.topology.State;
import dev.slipway.review.difference.topology.TopologyChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report for a terminal.
 *
 * <pre>{@code
 * System.out.print(new TerminalReport(100, true).of(report));
 * }</pre>
 *
 * @param width in characters, after which a line is broken between words
 * @param hasColour whether it understands the colours of ANSI
 */
public record TerminalReport(int width, boolean hasColour) {
    private static final int NARROWEST = 40;
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String BOLD = "1";

    public String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(Plain.of(report.before() + " → " + report.after())).append("\n\n");
        text.append(coloured(report.isRefused() ? RED : GREEN, report.verdict()))
                .append('\n');
        report.refused().forEach(reason -> line(text, new Line(Mark.DANGER, 1, reason)));
        if (!report.counts().isEmpty()) {
            text.append(Plain.of(report.counts())).append('\n');
        }
        report.dangers().forEach(section -> section(text, section));
        report.details().forEach(section -> section(text, section));
        report.topologies().values().forEach(change -> section(text, topology(change)));
        return text.toString();
    }

    private void section(StringBuilder text, Section section) {
        text.append('\n').append(coloured(BOLD, section.title().toUpperCase(Locale.ROOT)));
        text.append(Plain.of("  " + section.summary())).append('\n');
        section.lines().forEach(line -> line(text, line));
    }

    private static Section topology(TopologyChange change) {
        List<Line> lines = new ArrayList<>();
        change.nodes().forEach((node, state) -> add(lines, state, node));
        change.edges()
                .forEach((arrow, state) ->
                        add(lines, state, "%s %s %s".formatted(arrow.from(), arrow.kind(), arrow.to())));
        return new Section("Topology", change.environment(), lines);
    }

    private static void add(List<Line> lines, State state, String text) {
        switch (state) {
            case ADDED -> lines.add(new Line(Mark.ADDED, 0, text));
            case REMOVED -> lines.add(new Line(Mark.REMOVED, 0, text));
            case CHANGED -> lines.add(new Line(Mark.CHANGED, 0, text));
            case SAME -> {}
        }
    }

    private void line(StringBuilder text, Line line) {
        String indent = "  ".repeat(line.depth() + 1);
        String first = line.mark() == Mark.NONE ? indent : indent + line.mark().sign() + " ";
        int room = Math.max(NARROWEST, width) - first.length();
        boolean isFirst = true;
        for (String part : Wrapped.lines(Plain.of(line.text()), room)) {
            text.append(coloured(colour(line.mark()), (isFirst ? first : " ".repeat(first.length())) + part))
                    .append('\n');
            isFirst = false;
        }
    }

    private static String colour(Mark mark) {
        return switch (mark) {
            case ADDED -> GREEN;
            case REMOVED -> RED;
            case CHANGED -> YELLOW;
            case DANGER -> BOLD + ";" + RED;
            case NONE -> "";
        };
    }

    private String coloured(String colour, String text) {
        return hasColour && !colour.isEmpty() ? "\u001b[%sm%s\u001b[0m".formatted(colour, text) : text;
    }
}
