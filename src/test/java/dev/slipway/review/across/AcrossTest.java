package dev.slipway.review.across;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One fault at a time in the output of the default platform, on one plane, that only a look at the other shows. Where no
 * text is given, it is a near miss.
 */
class AcrossTest {
    private static Synthesis ordering;

    @BeforeAll
    static void render() {
        ordering = Rendered.blueprints().get("OrderingPlatform");
    }

    @ParameterizedTest(name = "{0}: {1} {2} := {3}")
    @CsvFileSource(
            resources = "faults.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            maxCharsPerColumn = 9999)
    void isFound(String rule, String target, String pointer, String value, String text) {
        String environment = target.split("[ /]", 2)[0];
        Planted planted = new Planted(ordering, environment)
                .edit(target, pointer == null ? "" : pointer, value == null ? "" : value);
        if (text == null) {
            assertThat(planted.findings(rule)).isEmpty();
        } else {
            assertThat(planted.findings(rule)).contains(text);
        }
    }
}
