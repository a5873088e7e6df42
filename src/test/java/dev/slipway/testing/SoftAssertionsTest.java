package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.SynthesizedEnvironment;
import java.util.List;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class SoftAssertionsTest {
    private static final SynthesizedEnvironment PROD = Shop.SYNTHESIS.environment("prod");

    private static List<String> collected(AbstractSoftAssertions softly) {
        return softly.errorsCollected().stream()
                .map(error ->
                        error.getMessage().strip().lines().limit(2).toList().toString())
                .toList();
    }

    @Test
    void collectAllThatFails() {
        SlipwaySoftAssertions softly = new SlipwaySoftAssertions();
        softly.assertThat(Shop.SYNTHESIS).hasEnvironments("dev");
        softly.assertThat(PROD)
                .service("order")
                .hasReplicas(1)
                .mayPublishTo("order.placed")
                .mayRead("order.placed");
        softly.assertThat("one").isEqualTo("two");

        assertThat(collected(softly)).hasSize(4).first().asString().contains("Expecting environments to be exactly");
        assertThat(softly.wasSuccess()).isFalse();
    }

    @Test
    void saySomethingIsMissingAndNothingOfWhatFollows() {
        SlipwaySoftAssertions softly = new SlipwaySoftAssertions();
        softly.assertThat(PROD)
                .service("ordr")
                .mayPublishTo("order.placed")
                .canReach("payment")
                .container()
                .listensOn(8080)
                .readinessProbe()
                .gets("/ready");
        softly.assertThat(PROD)
                .stack("steaming")
                .hasResources("AWS::MSK::Topic", 2)
                .hasName("x");
        softly.assertThat(PROD)
                .resource("AWS::MSK::Topic", "order.sent")
                .isRetained()
                .hasTag("team", "x");
        softly.assertThat(PROD).manifest("Job", "order").hasField("spec").hasLabel("app", "order");
        softly.assertThat(PROD).route("/").leadsTo("order").manifest().isInNamespace("x");
        softly.assertThat(Shop.SYNTHESIS).environment("test").hasManifest("Job", "order");
        softly.assertThat(PROD).service("order").container().variable("NONE").is("x");
        softly.assertThat(PROD).service("payment").autoscaler().hasField("spec.none");
        softly.assertThat(PROD).manifests("Deployment").named("none").hasField("spec.none");
        softly.assertThat(PROD).role("none").may("a:b", "c");

        assertThat(collected(softly))
                .extracting(text -> text.replaceAll(".*, {2,}|]$", ""))
                .containsExactly(
                        "service ordr",
                        "stack steaming",
                        "a resource named order.sent",
                        "Job order",
                        "route /",
                        "environment test",
                        "environment variable NONE",
                        "[Expecting service payment of environment prod, to have",
                        "an object named none",
                        "a resource named none");
    }

    @Test
    void areToldTogether() {
        AssertionError error = org.assertj.core.api.Assertions.catchThrowableOfType(
                AssertionError.class,
                () -> SlipwaySoftAssertions.assertAllSoftly(softly -> {
                    softly.assertThat(PROD).as("first").service("order").hasReplicas(1);
                    softly.assertThat(PROD).service("payment").hasReplicas(1);
                }));

        assertThat(error)
                .hasMessageContaining("Multiple Failures (2 failures)")
                .hasMessageContaining("[first]")
                .hasMessageContaining("service payment of environment prod")
                .hasMessageContaining("SoftAssertionsTest.java:");
    }

    @Test
    void mixIntoOnesOwn() {
        Own own = new Own();
        own.assertThat(PROD).service("order").hasReplicas(1);

        assertThat(own.errorsCollected()).hasSize(1);
    }

    /** What a user may already have. */
    private static final class Own extends AbstractSoftAssertions implements SlipwaySoftAssertionsProvider {}

    @Test
    void passWhereNothingFails() {
        SoftAssertionsProvider.assertSoftly(
                SlipwaySoftAssertions.class,
                softly -> softly.assertThat(PROD).service("order").autoscales(3, 10));
        BddAssertions.then(PROD).service("order").autoscales(3, 10);
        BddAssertions.then(Shop.SYNTHESIS).hasEnvironments("prod");
    }

    @Nested
    @ExtendWith(SoftAssertionsExtension.class)
    class InjectedByAssertj {
        @Test
        void are(SlipwaySoftAssertions softly) {
            softly.assertThat(PROD).service("order").autoscales(3, 10);
        }
    }
}
