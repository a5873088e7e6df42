package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.platform.Acceptance;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.rule.Rule;
import dev.slipway.review.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=RulesPageTest -Dslipway.update=true} writes the page anew. */
class RulesPageTest {
    private static final Path PAGE = Path.of("docs/reference/rules.md");
    private static final Path PROBLEMS = Path.of("docs/reference/problems.md");
    private static final Pattern PROBLEM = Pattern.compile("(?m)^\\| `([a-z0-9-]+/[a-z0-9-]+)` \\|");

    private static final String HEAD = """
            # Rules

            Generated from the code, and compared with it by a test. These hold for everything that is rendered, whoever rendered it: for
            each plane by itself, and between both. `mvn compile exec:java` goes by all of them before it writes anything, `slipway check`
            says what they find, and `Rules.of(platform).verify(synthesis)` throws it in a test. Rules over the plan, which is checked before
            anything is rendered, are [problems](problems.md).

            A finding that is as it should be is accepted where it arises, with the reason; what is accepted and no longer found is a finding
            itself. A rule of your own is chosen with `rules(..)`, and holds wherever the platform is synthesized, checked or tested.

            <!-- snippet: own-rule -->
            ```java
            %s
            ```

            """;

    private static String section(Rule rule) {
        return """
                ### `%s`

                %s. %s.

                Fix: %s

                """.formatted(rule.id(), capitalized(rule.severity().word()), capitalized(rule.reason()), rule.fix());
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Set<String> problems() throws IOException {
        return PROBLEM.matcher(Files.readString(PROBLEMS))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void listsEveryRule() throws IOException {
        List<Rule> rules = Rules.all().list();
        assertThat(rules).hasSizeGreaterThan(30).extracting(Rule::id).doesNotHaveDuplicates();
        StringBuilder page = new StringBuilder(HEAD.formatted(
                Snippets.below(Snippets.SOURCES).regions().get("own-rule").strip()));
        page.append("## Of what is rendered\n\n");
        rules.forEach(rule -> page.append(section(rule)));
        page.append("## Accepted in the blueprints\n\n");
        List<String> accepted = Rendered.platforms().values().stream()
                .flatMap(RulesPageTest::acceptances)
                .map(one -> "- `%s`: %s\n".formatted(one.rule(), one.reason()))
                .toList();
        page.append(accepted.isEmpty() ? "Nothing.\n" : String.join("", accepted));
        page.append("\n## Of the plan\n\nWhat is said, and how to fix it: [problems](problems.md).\n\n");
        page.append(problems().stream().map("`%s`"::formatted).collect(Collectors.joining(", ")))
                .append('\n');
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }

    private static Stream<Acceptance> acceptances(Platform platform) {
        return Stream.of(
                        platform.acceptances().stream(),
                        platform.services().stream().map(Service::acceptances).flatMap(List::stream),
                        platform.environments().stream()
                                .map(Environment::acceptances)
                                .flatMap(List::stream))
                .flatMap(all -> all);
    }

    @Test
    void everyRuleSaysWhyAndHow() {
        assertThat(Rules.all().list()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z]+/[a-z-]+");
            assertThat(rule.reason()).isNotBlank().doesNotEndWith(".").matches("(?s)[a-z0-9].*|[A-Z].*");
            assertThat(rule.fix()).endsWith(".");
        });
    }

    @Test
    void noRuleIsAProblemOfThePlanToo() throws IOException {
        assertThat(problems())
                .hasSizeGreaterThan(60)
                .doesNotContainAnyElementsOf(
                        Rules.all().list().stream().map(Rule::id).toList());
    }
}
