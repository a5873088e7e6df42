package dev.slipway;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.governance.PermissionsBoundary.permissionsBoundary;
import static dev.slipway.capability.registry.LoadedImages.loadedImages;
import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Inputs;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An environment whose cluster is not on AWS, beside one whose cluster is, and alone. */
class AwayFromAwsTest {
    private static final Service ORDER = Service.java("order");
    private static final Environment DEV = Environment.named("dev").with(eksAutoMode());
    private static final Environment LOCAL = Environment.named("local").with(localCluster());

    private static Platform platform(Environment... environments) {
        return Platform.named("shop").services(ORDER).environments(environments);
    }

    private static Plan plan(Environment... environments) {
        return Slipway.plan(platform(environments));
    }

    @Nested
    class Rendered {
        private static final Plan PLAN = plan(DEV, LOCAL);
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Slipway.render(PLAN);
        }

        @Test
        void hasManifestsAndNoStack() {
            assertThat(synthesis)
                    .environment("local")
                    .hasStacks()
                    .manifest("Deployment", "order")
                    .isInNamespace("shop-local");
            assertThat(synthesis).stack("dev/network");
            assertThat(synthesis).stack("shared/registry");
            assertThat(synthesis.files().keySet()).noneMatch(path -> path.startsWith("cdk.out/assembly-local"));
        }

        @Test
        void namesNoAccountAndNoRegion() {
            assertThat(synthesis.files())
                    .anySatisfy((path, text) -> assertThat(path).startsWith("dist/local/"));
            synthesis.files().forEach((path, text) -> {
                if (path.startsWith("dist/local/")) {
                    assertThat(text)
                            .as(path)
                            .doesNotContain("amazonaws", "111122223333", "eu-central-1", "AWS_", "eks.", "SecretStore");
                }
            });
        }

        @Test
        void isSummedUpWithoutStacksAndWithoutAnAccount() {
            String summary = Summary.of(PLAN, synthesis, 1);

            assertThat(summary.lines())
                    .filteredOn(line -> line.startsWith("  local"))
                    .singleElement()
                    .asString()
                    .matches("  local           3 files {30,32}\\d+ objects in shop-local");
            assertThat(summary).contains("documentation account 111122223333: dev. Name");
        }

        @Test
        void leavesWhatIsOnAwsAsItIsWithoutIt() {
            Synthesis alone = Slipway.render(plan(DEV));

            assertThat(synthesis.templates()).isEqualTo(alone.templates());
            assertThat(synthesis.manifests("dev")).isEqualTo(alone.manifests("dev"));
        }
    }

    @Test
    void isAllThatAPlatformNeeds() {
        Plan plan = plan(LOCAL);
        Synthesis synthesis = Slipway.render(plan);

        assertThat(synthesis).hasStacks().hasEnvironments("local");
        assertThat(Summary.of(plan, synthesis, 1)).doesNotContain("shared", "account", "stacks");
    }

    @Test
    void runsImagesByTheirTagWhateverDigestsAreLocked() {
        Inputs inputs = new Inputs(Target.DOCUMENTATION, Map.of("order", "sha256:" + "0".repeat(64)));
        Plan plan = Slipway.plan(platform(DEV, LOCAL), inputs);

        assertThat(plan.environments())
                .extracting(environment -> environment.services().get(0).image())
                .containsExactly(
                        "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/order@sha256:" + "0".repeat(64),
                        "shop/order:" + plan.platform().release());
    }

    @Test
    void isLeftOutByWhatThePlatformChoosesForAws() {
        Platform bounded = platform(DEV, LOCAL).with(permissionsBoundary("developer-boundary"), serverlessMsk());
        Plan plan = Slipway.plan(bounded);

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.environments()).extracting(EnvironmentPlan::isOnAws).containsExactly(true, false);
        assertThat(plan.environments().get(1).place().choices())
                .extracting(Choice::getClass)
                .extracting(Class::getSimpleName)
                .doesNotContain("PermissionsBoundary", "ServerlessMsk");
    }

    @Test
    void neverHasToAgreeWithEnvironmentsOnAws() {
        Environment bounded = DEV.with(permissionsBoundary("developer-boundary"));

        assertThat(plan(bounded, LOCAL).problems()).isEmpty();
        assertThat(plan(bounded, Environment.named("test").with(eksAutoMode())).problems())
                .extracting(Problem::rule)
                .containsExactly("governance/boundary-differs");
    }

    @Nested
    class Refused {
        @Test
        void whatOnlyAwsHas() {
            Choice msk = serverlessMsk();

            assertThat(plan(LOCAL.with(msk)).problems())
                    .containsExactly(Problem.error(
                            "environment/aws-only",
                            msk.origin(),
                            "Environment local chooses what only AWS has (ServerlessMsk), and its cluster (LocalCluster) is not there; each of its choices must do without AWS.",
                            "choose what runs in the cluster instead, or a cluster on AWS, such as eksAutoMode()."));
            assertThat(plan(LOCAL.with(permissionsBoundary("boundary"))).problems())
                    .extracting(Problem::rule)
                    .containsExactly("environment/aws-only");
            assertThat(plan(LOCAL.with(loadedImages())).problems()).isEmpty();
        }

        @Test
        void anAccount() {
            Environment placed = LOCAL.in("444455556666", "eu-west-1");

            assertThat(plan(placed).problems())
                    .containsExactly(Problem.error(
                            "environment/no-account",
                            placed.origin(),
                            "The account (444455556666) and region (eu-west-1) of environment local are of no use, as its cluster (LocalCluster) is not on AWS; it must have neither.",
                            "leave out in(..), or choose a cluster on AWS, such as eksAutoMode()."));
            assertThat(plan(DEV.in("444455556666", "eu-west-1")).problems()).isEmpty();
        }

        @Test
        void aBucketThatNothingProvides() {
            Platform storing = Platform.named("shop")
                    .services(ORDER.needs(bucket("invoices")))
                    .environments(DEV, LOCAL);

            assertThat(Slipway.plan(storing).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.rule()).isEqualTo("need/unmet");
                assertThat(problem.what())
                        .isEqualTo(
                                "Service order needs what nothing provides (bucket invoices) in environment local; each need must have one provider there.");
            });
        }

        @Test
        void imagesThatAreLoadedIntoNodesOnAws() {
            Choice loaded = loadedImages();

            assertThat(plan(DEV.with(loaded)).problems())
                    .containsExactly(Problem.error(
                            "registry/loaded-images",
                            loaded.origin(),
                            "Environment dev has images loaded into its cluster (shop/<service>), whose nodes come and go; on AWS they must be pulled from a registry.",
                            "leave out loadedImages(), or choose localCluster()."));
        }
    }
}
