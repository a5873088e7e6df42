package dev.slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rules;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** All rules over everything that is rendered: what they find is accepted, or nothing. */
class RulesHoldTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TestFactory
    Stream<DynamicTest> forEveryBlueprintAndProvider() {
        return Rendered.everything().entrySet().stream()
                .map(rendered -> DynamicTest.dynamicTest(rendered.getKey(), () -> assertThat(
                                Rules.of(Rendered.platform(rendered.getKey()))
                                        .on(TODAY)
                                        .check(rendered.getValue())
                                        .stream()
                                        .map(Finding::toString))
                        .isEmpty()));
    }
}
