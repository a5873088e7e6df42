package dev.slipway.acceptance.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Breaks everything that is rendered, one thing at a time; what nothing finds has a reason, and stands in the reference. */
class MutationsTest {
    private static Survey survey;
    private static Outcome outcome;

    @BeforeAll
    static void mutate() {
        survey = new Survey(Rendered.everything());
        outcome = Outcome.of(survey.mutations());
    }

    @Test
    void haveAReasonWhereTheySurvive() {
        List<Survivor> reasons = Survivor.reasons();
        assertThat(outcome.survivors())
                .filteredOn(mutation -> Survivor.of(mutation, reasons).isEmpty())
                .as("what nothing finds: write a rule, or a reason in survivors.csv")
                .isEmpty();
    }

    @Test
    void everyReasonIsOfSomething() {
        List<Survivor> reasons = Survivor.reasons();
        Set<String> used = outcome.survivors().stream()
                .flatMap(mutation -> Survivor.of(mutation, reasons).stream())
                .map(Survivor::reason)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reasons).extracting(Survivor::reason).allSatisfy(reason -> assertThat(used)
                .contains(reason));
    }

    @Test
    void breakEveryKindInEveryWay() {
        assertThat(survey.kinds()).hasSizeGreaterThan(70).allSatisfy(kind -> {
            Stream.of(Operator.DROP, Operator.MISSPELL, Operator.RETYPE, Operator.DUPLICATE)
                    .forEach(operator -> assertThat(outcome.count(operator, kind))
                            .as(operator.word())
                            .isPositive());
            boolean isClosed = Widening.all().stream()
                    .anyMatch(widening -> widening.isNone() && widening.kind().equals(kind));
            assertThat(outcome.count(Operator.WIDEN, kind) > 0).as("widen").isNotEqualTo(isClosed);
        });
        assertThat(survey.unused()).as("widenings of what is nowhere").isEmpty();
    }

    @Test
    void areMostlyCaught() {
        for (Operator operator : Operator.values()) {
            assertThat(outcome.survived(operator, "")).as(operator.word()).isLessThan(outcome.count(operator, "") / 2);
        }
    }

    @Test
    void standInTheReference() throws IOException {
        String text = MutationsPage.text(outcome, survey.kinds());
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(MutationsPage.PATH, text);
        }
        assertThat(MutationsPage.PATH).hasContent(text);
    }
}
