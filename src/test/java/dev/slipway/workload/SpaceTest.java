package dev.slipway.workload;

import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.operation.NamespaceQuota.quota;
import static dev.slipway.platform.operation.NamespaceQuota.withoutQuota;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
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
            assertThat(Shop.RENDERED
                            .manifest("prod", "ResourceQuota", "namespace.limits")
                            .at("spec"))
                    .isEqualTo(yaml("""
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
            assertThat(Shop.RENDERED
                            .manifest("dev", "ResourceQuota", "namespace.limits")
                            .at("spec.hard.pods")
                            .text())
                    .isEqualTo("11");
        }

        @Test
        void isTheChosenOne() {
            assertThat(Slipway.render(plan(quota(20, new Resources(10_000, 10_240), new Resources(40_000, 40_000))))
                            .manifest("dev", "ResourceQuota", "namespace.limits")
                            .at("spec.hard"))
                    .isEqualTo(yaml("""
                            limits.cpu: 40000m
                            limits.memory: 40000Mi
                            pods: "20"
                            requests.cpu: 10000m
                            requests.memory: 10Gi
                            """));
        }

        @Test
        void isNoneWhereNoneIsWanted() {
            assertThat(Slipway.render(plan(withoutQuota())).manifests("dev"))
                    .extracting(Manifest::kind)
                    .doesNotContain("ResourceQuota", "LimitRange");
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
        assertThat(Shop.RENDERED
                        .manifest("prod", "LimitRange", "namespace.limits")
                        .at("spec.limits"))
                .isEqualTo(yaml("""
                        - type: Container
                          default: { cpu: 2000m, memory: 2Gi }
                          defaultRequest: { cpu: 500m, memory: 512Mi }
                          max: { cpu: 2000m, memory: 2Gi }
                        """));
    }

    @Nested
    class Priorities {
        private static Tree priority(String environment, String name) {
            return Shop.RENDERED
                    .manifest(environment, "PriorityClass", "shop.%s.%s".formatted(environment, name))
                    .tree();
        }

        @Test
        void placeStateBeforeServersBeforeWorkersBeforeJobs() {
            assertThat(priority("prod", "state").get("value").number()).contains(1_000_000L);
            assertThat(priority("prod", "servers").get("value").number()).contains(990_000L);
            assertThat(priority("prod", "workers").get("value").number()).contains(980_000L);
            assertThat(priority("prod", "jobs").get("value").number()).contains(970_000L);
            assertThat(priority("dev", "state").get("value").number()).contains(100_000L);
        }

        @Test
        void pushOthersOutInProductionAloneAndForWhatSomebodyWaitsFor() {
            assertThat(priority("prod", "servers").get("preemptionPolicy").text())
                    .isEqualTo("PreemptLowerPriority");
            assertThat(priority("prod", "workers").get("preemptionPolicy").text())
                    .isEqualTo("Never");
            assertThat(priority("dev", "state").get("preemptionPolicy").text()).isEqualTo("Never");
        }

        @Test
        void belongToNoNamespaceAndAreNobodysDefault() {
            assertThat(priority("dev", "jobs").at("metadata.namespace").exists())
                    .isFalse();
            assertThat(priority("dev", "jobs").get("globalDefault").isTrue()).isFalse();
        }

        @Test
        void areThoseOfTheWorkloads() {
            assertThat(priorityOf("Deployment", "order", "spec.template")).isEqualTo("shop.dev.servers");
            assertThat(priorityOf("Deployment", "mailer", "spec.template")).isEqualTo("shop.dev.workers");
            assertThat(priorityOf("CronJob", "report", "spec.jobTemplate.spec.template"))
                    .isEqualTo("shop.dev.jobs");
        }

        private static String priorityOf(String kind, String name, String path) {
            return Shop.RENDERED
                    .manifest("dev", kind, name)
                    .at(path + ".spec.priorityClassName")
                    .text();
        }
    }
}
