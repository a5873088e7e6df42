package dev.slipway.review.difference.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.difference.Difference;
import dev.slipway.review.difference.Refusals;
import dev.slipway.review.difference.Small;
import dev.slipway.review.difference.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
    private static Report report(String value, String identifier) {
        Difference difference = Small.difference(value, identifier);
        return Report.of(difference, Refusals.parse("data").of(difference));
    }

    private static String markdown(Report report) {
        return new MarkdownReport(MarkdownReport.GITHUB, "the artifact diff").of(report);
    }

    @Test
    void saysFirstWhetherItIsRefusedAndWhy() {
        assertThat(new TerminalReport(120, false).of(report("hello", "bills"))).isEqualTo("""
                before → after

                Refused
                    ! data: prod/database AWS::RDS::DBInstance Instance
                loses data (1)

                LOSES DATA  1
                  data-lost: a resource that holds data is deleted, or replaced and then deleted
                    ! prod/database  AWS::RDS::DBInstance Instance: is replaced, because of DBInstanceIdentifier (orders → bills), and
                      deleted with all it holds

                AWS RESOURCES  1 replaced
                  prod/database
                    ! AWS::RDS::DBInstance Instance (holds data) is replaced
                      ! DBInstanceIdentifier: orders → bills (replaces)
                """);
    }

    @Test
    void saysThatNothingChanges() {
        assertThat(new TerminalReport(80, false).of(report("hello", "orders")))
                .isEqualTo("before → after\n\nNothing changes\n");
        assertThat(markdown(report("hello", "orders")))
                .isEqualTo("## Slipway: nothing changes\n\n`before` → `after`\n\n");
    }

    @Test
    void coloursWhereATerminalDoes() {
        String text = new TerminalReport(80, true).of(report("hello", "bills"));

        assertThat(text).contains("\u001b[31mRefused\u001b[0m");
        assertThat(new TerminalReport(80, false).of(report("hello", "bills"))).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\n\n# Approved\n\n```",
                "`````\n</details><script>alert(1)</script>",
                "\n\n@everyone see https://evil.example [x](javascript:1) #1",
                "\u001b[2J\u001b]0;owned\u0007",
                "\u202Egnp.exe",
                "a\u2028# heading\u2029b",
                "| a | b |\r\n| --- | --- |"
            })
    void letsNothingOfAModelOutOfItsBlock(String hostile) {
        String markdown = markdown(report(hostile, "orders"));
        boolean[] isInside = {false};
        String[] fence = {""};
        for (String line : markdown.split("\n", -1)) {
            if (!isInside[0] && line.startsWith("```")) {
                isInside[0] = true;
                fence[0] = line.replaceAll("[^`].*", "");
            } else if (isInside[0] && line.startsWith(fence[0]) && line.replace("`", "").isBlank()) {
                isInside[0] = false;
            } else if (!isInside[0]) {
                assertThat(line).doesNotContain("Approved", "script", "evil", "owned", "exe", "heading", "---");
            }
        }
        assertThat(isInside[0]).isFalse();
        String plain = new TerminalReport(80, false).of(report(hostile, "orders"));
        assertThat(plain).doesNotContain("\u001b", "\u0007", "\u202E", "\u2028", "\r");
        assertThat(markdown).doesNotContain("\u001b", "\u202E", "\u2028", "\r");
    }

    @Test
    void staysBelowTheLimitAndSaysWhereTheRestIs() {
        Report whole = report("hello", "bills");
        List<dev.slipway.review.difference.report.Section> many = java.util.Collections.nCopies(
                3_000, whole.details().get(0));
        Report large = new Report(
                whole.before(), whole.after(), whole.refused(), whole.counts(), whole.dangers(), many, whole.topologies());

        String markdown = markdown(large);

        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(65_536).hasSizeGreaterThan(50_000);
        assertThat(markdown).startsWith("## Slipway: refused").contains("**Loses data (1)**");
        assertThat(markdown).endsWith("There is more than a comment holds; all of it is in the artifact diff.\n");
        assertThat(markdown.split("<details>", -1)).hasSameSizeAs(markdown.split("</details>", -1));
    }

    @Test
    void writesJsonOfADocumentedShape() throws Exception {
        JsonNode json = new ObjectMapper().readTree(JsonReport.of(Small.difference("hi", "bills"), List.of("data: x")));

        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("verdict").asText()).isEqualTo("refused");
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "version", "before", "after", "verdict", "refused", "effects", "resources", "objects", "shifts",
                        "events", "costs", "topologies");
        assertThat(json.at("/effects/0").toString())
                .isEqualTo(
                        "{\"detection\":\"data-lost\",\"danger\":\"loss\",\"place\":\"prod/database\","
                                + "\"subject\":\"AWS::RDS::DBInstance Instance\",\"what\":\"is replaced, because of DBInstanceIdentifier"
                                + " (orders → bills), and deleted with all it holds\",\"grave\":true}");
        assertThat(json.at("/objects/0/fields/0").toString())
                .isEqualTo("{\"path\":\"data.GREETING\",\"before\":\"hello\",\"after\":\"hi\"}");
    }
}
