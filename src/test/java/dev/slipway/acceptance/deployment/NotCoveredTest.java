package dev.slipway.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Resource;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=NotCoveredTest -Dslipway.update=true} writes its part of the page anew. */
class NotCoveredTest {
    @Test
    void listsEveryTypeThatIsRenderedAndWasNotDeployed() {
        Set<String> rendered = Rendered.everything().values().stream()
                .flatMap(synthesis -> synthesis.templates().stream())
                .flatMap(template -> template.resources().stream())
                .map(Resource::type)
                .collect(Collectors.toSet());
        String part = TypesPage.notCovered(rendered);

        if (Boolean.getBoolean("slipway.update")) {
            TypesPage.write(1, part);
        }
        assertThat(rendered).isNotEmpty();
        assertThat(TypesPage.part(1)).isEqualTo(part);
    }
}
