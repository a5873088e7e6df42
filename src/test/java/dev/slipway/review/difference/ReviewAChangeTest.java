package dev.slipway.review.difference;

import static dev.slipway.capability.network.Connections.calls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.difference.render.TerminalReport;
import dev.slipway.review.difference.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide shows what a change really gives. {@code mvn test -Dtest=ReviewAChangeTest -Dslipway.update=true} writes it anew. */
class ReviewAChangeTest {
    private static final Path GUIDE = Path.of("docs/guide/review-a-change.md");
    private static final Path PICTURE = Path.of("docs/guide/review-a-change.svg");
    private static final String BEGIN = "<!-- output: review-a-change -->\n```text\n";
    private static final String DIAGRAM = "<!-- output: review-a-change-topology -->\n```mermaid\n";
    private static final String END = "```\n";

    private static Difference change() {
        return Difference.between(
                Side.of("main (4f2c9e1)", Shop.before()), Side.of("working tree", Shop.after(shop -> {
                    shop.needsOfOrder.add(calls("payment"));
                    shop.placed = shop.placed.partitions(24);
                    shop.cluster = shop.cluster.publicAccessFrom("203.0.113.0/24");
                    shop.streaming = shop.streaming.instanceType("kafka.m7g.xlarge");
                })));
    }

    @Test
    void showsWhatTheChangeGives() throws IOException {
        Difference difference = change();
        Report report =
                Report.of(difference, Refusals.parse("data,breaking,cost>100").of(difference));
        String text = new TerminalReport(110, false).of(report);
        String picture = new TerminalPicture(new TerminalReport(110, true).of(report)).svg();
        String page = Files.readString(GUIDE);
        String expected = replaced(
                replaced(page, BEGIN, text), DIAGRAM, difference.topologies().get("prod").mermaid());
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(GUIDE, expected);
            Files.writeString(PICTURE, picture);
        }
        assertThat(GUIDE).hasContent(expected);
        assertThat(PICTURE).hasContent(picture);
    }

    private static String replaced(String page, String begin, String text) {
        int start = page.indexOf(begin) + begin.length();
        assertThat(start).isGreaterThan(begin.length());
        return page.substring(0, start) + text + page.substring(page.indexOf(END, start));
    }
}
