package dev.slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One fault at a time in the output of the default platform; each is found, by rule, object and field. */
class FaultsTest {
    private static Synthesis ordering;

    @BeforeAll
    static void render() {
        ordering = Rendered.blueprints().get("OrderingPlatform");
    }

    @Test
    void areFoundInNothingThatIsWhole() {
        assertThat(new Edited(ordering, "prod").findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} := {2}")
    @CsvFileSource(resources = "faults.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void areFound(String object, String pointer, String value, String rule, String field) {
        String json = value == null ? "" : value;
        assertThat(new Edited(ordering, "prod")
                        .edit(object, pointer == null ? "" : pointer, json)
                        .findings())
                .anySatisfy(finding -> assertThat(finding).startsWith(rule).contains(field));
    }
}
