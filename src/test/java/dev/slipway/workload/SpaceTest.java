package dev.slipway.workload;

import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.operation.NamespaceQuota.quota;
import static dev.slipway.platform.operation.NamespaceQuota.withoutQuota;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.workload.Shop.dev;
import static dev.slipway.workload.Shop.prod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ManifestAssert;
import dev.slipway.workload.Premises.AnyCluster;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static Plan plan(Choice choice) {
        return Premises.plan(Platform.named("shop")
                .services(Service.go("order"), Service.go("mailer").worker())
                .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS, LARGE, choice)));
    }

    @Nested
    class Quota {
        @Test
        void isWhatEverythingUsesAtItsMaximumWhileItIsRolledOut() {
            // order, stock and mailer at ten and two more each, report and import once
            prod().manifest("ResourceQuota", "namespace.limits").hasField("spec", ofYaml("""
                            hard:
                              limits.cpu: 76000m
                              limits.memory: 76Gi
                              pods: "38"
                              requests.cpu: 19000m
                              requests.memory: 19Gi
                            """));
        }

        @Test
        void isThatOfTheReplicasWhereNothingScalesThem() {
            dev().manifest("ResourceQuota", "namespace.limits").hasField("spec.hard.pods", "11");
        }

        @Test
        void isTheChosenOne() {
            assertThat(Slipway.render(plan(quota(20, new Resources(10_000, 10_240), new Resources(40_000, 40_000)))))
                    .environment("dev")
                    .manifest("ResourceQuota", "namespace.limits")
                    .hasField("spec.hard", ofYaml("""
                            limits.cpu: 40000m
                            limits.memory: 40000Mi
                            pods: "20"
                            requests.cpu: 10000m
                            requests.memory: 10Gi
                            """));
        }

        @Test
        void isNoneWhereNoneIsWanted() {
            EnvironmentAssert rendered =
                    assertThat(Slipway.render(plan(withoutQuota()))).environment("dev");

            rendered.manifests("ResourceQuota").areNone();
            rendered.manifests("LimitRange").areNone();
        }

        @Test
        void mustLeaveRoomForThePlan() {
            assertThat(plan(quota(9, new Resources(99_000, 99_000), new Resources(99_000, 99_000)))
                            .problems())
                    .extracting(Problem::rule)
                    .containsExactly("sizing/quota");
            assertThat(plan(quota(10, new Resources(99_000, 99_000), new Resources(99_000, 99_000)))
                            .problems())
                    .isEmpty();
            assertThat(Premises.plan(Platform.named("shop")
                                    .services(Service.go("order"))
                                    .environments(Environment.named("dev")
                                            .with(
                                                    AnyCluster.BY_ADDRESS,
                                                    autoscale(1, 7),
                                                    quota(
                                                            8,
                                                            new Resources(99_000, 99_000),
                                                            new Resources(99_000, 99_000)))))
                            .problems())
                    .extracting(Problem::rule)
                    .containsExactly("sizing/quota");
        }
    }

    @Test
    void containersThatSayNothingGetTheSizeOfTheEnvironment() {
        prod().manifest("LimitRange", "namespace.limits").hasField("spec.limits", ofYaml("""
                        - type: Container
                          default: { cpu: 2000m, memory: 2Gi }
                          defaultRequest: { cpu: 500m, memory: 512Mi }
                          max: { cpu: 2000m, memory: 2Gi }
                        """));
    }

    @Nested
    class Priorities {
        private static ManifestAssert priority(String environment, String name) {
            return assertThat(Shop.RENDERED)
                    .environment(environment)
                    .manifest("PriorityClass", "shop.%s.%s".formatted(environment, name));
        }

        @Test
        void placeStateBeforeServersBeforeWorkersBeforeJobs() {
            priority("prod", "state").hasField("value", 1_000_000);
            priority("prod", "servers").hasField("value", 990_000);
            priority("prod", "workers").hasField("value", 980_000);
            priority("prod", "jobs").hasField("value", 970_000);
            priority("dev", "state").hasField("value", 100_000);
        }

        @Test
        void pushOthersOutInProductionAloneAndForWhatSomebodyWaitsFor() {
            priority("prod", "servers").hasField("preemptionPolicy", "PreemptLowerPriority");
            priority("prod", "workers").hasField("preemptionPolicy", "Never");
            priority("dev", "state").hasField("preemptionPolicy", "Never");
        }

        @Test
        void belongToNoNamespaceAndAreNobodysDefault() {
            priority("dev", "jobs")
                    .doesNotHaveField("metadata.namespace")
                    .field("globalDefault")
                    .isNot(true);
        }

        @Test
        void areThoseOfTheWorkloads() {
            dev().service("order").pod().at("priorityClassName").is("shop.dev.servers");
            dev().service("mailer").pod().at("priorityClassName").is("shop.dev.workers");
            dev().service("report").pod().at("priorityClassName").is("shop.dev.jobs");
        }
    }
}
