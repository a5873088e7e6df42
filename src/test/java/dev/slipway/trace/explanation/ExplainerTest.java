package dev.slipway.trace.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Slipway;
import dev.slipway.acceptance.Rendered;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import dev.slipway.trace.Trace;
import dev.slipway.trace.explanation.Explanation.Item;
import dev.slipway.trace.explanation.Explanation.Section;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final Plan PLAN = Slipway.plan(OrderingPlatform.platform());
    private static final Synthesis SYNTHESIS = Rendered.blueprints().get("OrderingPlatform");
    private static final Explainer EXPLAINER = new Explainer(Trace.of(PLAN, SYNTHESIS), SYNTHESIS);
    private static final Explanation PAYMENT =
            EXPLAINER.explain(PLAN.environments().get(0), "payment");

    private static Section section(String title) {
        return PAYMENT.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesEveryVariableThatIsPlannedWithItsSource() {
        var planned = PLAN.environments().get(0).services().stream()
                .filter(service -> service.name().equals("payment"))
                .findFirst()
                .orElseThrow()
                .variables();

        assertThat(section("variables").items()).hasSameSizeAs(planned).allSatisfy(item -> assertThat(item.causes())
                .isNotEmpty());
        assertThat(section("variables").items())
                .extracting(Item::detail)
                .contains("= payment", "from parameter /ordering/dev/database/endpoint")
                .anyMatch(detail -> detail.startsWith("from secret ordering/dev/payment/database, "));
    }

    @Test
    void namesWhatIsTheServicesAloneAndNotWhatServesAll() {
        assertThat(section("AWS resources").items())
                .extracting(Item::what)
                .contains("AWS::MSK::Topic Topicpaymentsettled", "AWS::IAM::Role Rolepayment")
                .noneMatch(what -> what.contains("Topicstockrejected") || what.startsWith("AWS::RDS::DBInstance"));
        assertThat(section("Kubernetes objects").items())
                .extracting(Item::what)
                .contains("Deployment payment", "ServiceAccount payment-database")
                .doesNotContain("Deployment order", "Namespace ordering-dev");
    }

    @Test
    void saysWhatMayBeDoneOnWhat() {
        assertThat(section("permissions").items()).anySatisfy(item -> {
            assertThat(item.what()).contains("kafka-cluster:ReadData");
            assertThat(item.detail()).contains(":topic/${/ordering/dev/streaming/cluster-path}/payment.requested");
            assertThat(item.causes()).anyMatch(cause -> cause.isOf("payment"));
        });
    }

    @Test
    void isATreeThatEndsInLinesOfTheProgram() {
        assertThat(PAYMENT.text().lines().toList())
                .first()
                .asString()
                .matches("payment in dev \\(OrderingServices\\.java:\\d+\\)");
        assertThat(PAYMENT.text())
                .containsPattern(
                        "│   ├── DATABASE_NAME = payment\n│   │   └── payment: postgres \\(OrderingServices\\.java:\\d+\\)\n")
                .containsPattern("└── AWS resources \\(\\d+\\)\n    ├── ");
    }

    @Test
    void isTheSameAsJson() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ExplanationJson.of(PAYMENT));

        assertThat(json.get("service").asText()).isEqualTo("payment");
        assertThat(json.get("line").asInt()).isEqualTo(PAYMENT.origin().line());
        assertThat(json.get("variables")).hasSize(section("variables").items().size());
        assertThat(json.get("variables")
                        .get(0)
                        .get("because")
                        .get(0)
                        .get("file")
                        .asText())
                .isEqualTo("OrderingServices.java");
    }

    @Test
    void refusesAServiceThatThereIsNot() {
        assertThatThrownBy(() -> EXPLAINER.explain(PLAN.environments().get(0), "paymnt"))
                .hasMessage("There is no service (paymnt) in environment dev.");
    }
}
