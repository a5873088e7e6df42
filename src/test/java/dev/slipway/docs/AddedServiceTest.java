package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the page says that a service gets which is added. */
class AddedServiceTest {
    private static final Path PAGE = Path.of("docs/guide/add-a-service.md");
    private static final Plan PLAN = Slipway.plan(AddedService.platform());

    @Test
    void isAcceptedByEveryEnvironmentWithoutAnyChange() {
        assertThat(PLAN.problems()).isEmpty();
        assertThat(PLAN.environments()).hasSize(2);
    }

    /** {@code mvn test -Dtest=AddedServiceTest -Dslipway.update=true} writes the page anew. */
    @Test
    void findsTheVariablesOnThePage() throws IOException {
        String rows =
                payment().variables().stream().map(AddedServiceTest::row).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("slipway.update")) {
            String shown = Markdown.OF_THIS_REPOSITORY
                    .block("output", "payment-variables")
                    .text();
            Files.writeString(
                    PAGE, Markdown.read(PAGE).replace("```text\n" + shown + "```", "```text\n" + rows + "```"));
        }
        assertThat(Markdown.OF_THIS_REPOSITORY
                        .block("output", "payment-variables")
                        .text())
                .isEqualTo(rows);
    }

    private static String row(Variable variable) {
        return "%-34s %s".formatted(variable.name(), variable.reason());
    }

    private static ServicePlan payment() {
        EnvironmentPlan dev = PLAN.environments().get(0);
        return dev.services().stream()
                .filter(service -> service.name().equals("payment"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsAndWritesExactlyTheTopicsOnThePage() {
        String grants = payment().grants().toString();
        assertThat(grants).contains("order.placed", "payment.settled", "group");
        assertThat(grants).doesNotContain("topic/*", "stock");
    }
}
