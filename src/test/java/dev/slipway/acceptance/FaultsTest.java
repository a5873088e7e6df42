package dev.slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.review.rule.Rule;
import dev.slipway.review.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Except by schemas, which the command does not carry. */
    @Test
    void areFoundByRulesThatTheCommandGoesBy() throws IOException {
        List<String> used = Files.readAllLines(Path.of("src/test/resources/dev/slipway/acceptance/faults.csv")).stream()
                .skip(1)
                .map(line -> line.split("\\|", -1)[3])
                .filter(rule -> !rule.equals("schema"))
                .distinct()
                .toList();
        assertThat(Rules.all().list()).extracting(Rule::id).containsAll(used);
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
