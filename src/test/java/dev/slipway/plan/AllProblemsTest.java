package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Image.published;
import static dev.slipway.platform.Sizing.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllProblemsTest {
    private static final Platform TWELVE_MISTAKES = Platform.named("shop")
            .release("latest")
            .services(
                    Service.java("Order").ownedBy("Team Checkout", "#checkout"),
                    Service.java("payment").port(80).needs(ask(Answers.FORBIDDEN)),
                    Service.java("report").scheduled("daily"),
                    Service.other("proxy").image(published("envoy:latest")).variable("PROXY_TOKEN", "abc"))
            .environments(
                    Environment.named("dev").branch("main").with(cluster(), answers(), LARGE, autoscale(1, 2)),
                    Environment.named("prod").branch("main").host("Shop").with(answers()));

    @Test
    void areReportedTogetherAndNoneBesides() {
        Plan plan = Planning.plan(TWELVE_MISTAKES);
        assertThat(plan.problems())
                .allMatch(Problem::isError)
                .extracting(Problem::rule)
                .containsExactlyInAnyOrder(
                        "platform/release",
                        "service/name",
                        "service/owner",
                        "service/port",
                        "ask/forbidden",
                        "service/schedule",
                        "image/reference",
                        "variable/secret",
                        "autoscaling/replicas",
                        "environment/branch",
                        "environment/host",
                        "environment/no-cluster");
        assertThat(plan.environments()).isEmpty();
    }

    @Test
    void areInTheOrderOfTheProgram() {
        assertThat(Planning.plan(TWELVE_MISTAKES).problems()).isSortedAccordingTo(Problem.ORDER);
        assertThat(Planning.plan(TWELVE_MISTAKES).problems())
                .extracting(problem -> problem.origin().line())
                .isSorted()
                .doesNotContain(0);
    }

    @Test
    void areReportedOnceForAllEnvironments() {
        Service service = Service.java("order").needs(ask(Answers.FORBIDDEN));
        Platform platform = Platform.named("shop")
                .services(service)
                .environments(
                        Environment.named("dev").with(cluster(), answers()),
                        Environment.named("prod").with(cluster(), answers()));
        assertThat(Planning.plan(platform).problems()).extracting(Problem::rule).containsExactly("ask/forbidden");
    }

    @Test
    void areReportedForEachLineTheyStandOn() {
        Problem first = Problem.error("a/b", Origin.of("P.java", 2), "what", "fix");
        Problem second = Problem.error("a/b", Origin.of("P.java", 1), "what", "fix");
        Plan plan = new Plan(TWELVE_MISTAKES, List.of(), List.of(first, second, first));
        assertThat(plan.problems())
                .extracting(problem -> problem.origin().toString())
                .containsExactly("P.java:1", "P.java:2");
    }

    @Test
    void areReportedForEachEnvironmentThatTheyAreAbout() {
        Platform platform = Platform.named("shop")
                .services(Service.java("order").needs(ask("peace")))
                .environments(
                        Environment.named("dev").with(cluster()),
                        Environment.named("prod").with(cluster()));
        assertThat(Planning.plan(platform).problems())
                .extracting(Problem::rule)
                .containsExactly("need/unmet", "need/unmet");
    }
}
