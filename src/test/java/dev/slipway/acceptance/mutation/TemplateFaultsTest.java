package dev.slipway.acceptance.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.finding.Finding;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault at a time in a template; each is found by {@code slipway check}, by rule, resource and field. */
class TemplateFaultsTest {
    private static final Map<String, Part> PARTS = new TreeMap<>();

    static Stream<Fault> faults() {
        return Fault.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(Fault fault) {
        Part part = PARTS.computeIfAbsent(fault.part(), TemplateFaultsTest::part);
        assertThat(part.allNew(fault.in(part))).anySatisfy(finding -> assertThat(finding)
                .returns(fault.rule(), Finding::rule)
                .satisfies(found -> assertThat(found.object()).isNotBlank())
                .satisfies(
                        found -> assertThat(found.field() + " " + found.what()).contains(fault.field())));
    }

    private static Part part(String name) {
        int last = name.lastIndexOf(' ');
        String rendered = name.substring(0, last);
        return Part.of(rendered, Rendered.everything().get(rendered), name.substring(last + 1));
    }
}
