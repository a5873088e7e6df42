package dev.slipway.workload;

import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PodTemplatesTest {
    private static final Tree SERVER = pod("dev", "Deployment", "order");
    private static final Tree WORKER = pod("dev", "Deployment", "mailer");
    private static final Tree SCHEDULED = pod("dev", "CronJob", "report");

    private static Tree pod(String environment, String kind, String name) {
        return podOf(Shop.RENDERED.manifest(environment, kind, name));
    }

    private static Tree podOf(Manifest manifest) {
        String path = manifest.kind().equals("CronJob") ? "spec.jobTemplate.spec.template" : "spec.template";
        return manifest.at(path + ".spec");
    }

    private static List<Tree> allPods() {
        return Stream.of("dev", "prod")
                .flatMap(environment -> Shop.RENDERED.manifests(environment).stream())
                .map(PodTemplatesTest::podOf)
                .filter(Tree::exists)
                .toList();
    }

    @Nested
    class EveryPod {
        @Test
        void runsAsNobodyInParticular() {
            assertThat(allPods()).hasSize(10).allSatisfy(pod -> assertThat(pod.get("securityContext"))
                    .isEqualTo(yaml("""
                                            runAsNonRoot: true
                                            runAsUser: 65532
                                            runAsGroup: 65532
                                            fsGroup: 65532
                                            fsGroupChangePolicy: OnRootMismatch
                                            seccompProfile: { type: RuntimeDefault }
                                            """)));
        }

        @Test
        void holdsOnlyHardenedContainers() {
            assertThat(allPods().stream().flatMap(pod -> Stream.of("containers", "initContainers")
                            .flatMap(field -> pod.get(field).items().stream())))
                    .hasSize(10)
                    .allSatisfy(container ->
                            assertThat(container.get("securityContext")).isEqualTo(yaml("""
                                            runAsNonRoot: true
                                            runAsUser: 65532
                                            readOnlyRootFilesystem: true
                                            allowPrivilegeEscalation: false
                                            capabilities: { drop: [ALL] }
                                            seccompProfile: { type: RuntimeDefault }
                                            """)));
        }

        @Test
        void getsNeitherATokenNorTheAddressesOfOtherServices() {
            assertThat(allPods()).allSatisfy(pod -> {
                assertThat(pod.get("automountServiceAccountToken").text()).isEqualTo("false");
                assertThat(pod.get("enableServiceLinks").text()).isEqualTo("false");
            });
        }

        @Test
        void canWriteToOneBoundedPlace() {
            assertThat(allPods()).allSatisfy(pod -> {
                assertThat(pod.get("volumes")).isEqualTo(yaml("[{ name: tmp, emptyDir: { sizeLimit: 256Mi } }]"));
                assertThat(pod.at("containers.0.volumeMounts")).isEqualTo(yaml("[{ name: tmp, mountPath: /tmp }]"));
            });
        }

        @Test
        void isWatchedUnderTheServicesLabels() {
            Manifest deployment = Shop.RENDERED.manifest("dev", "Deployment", "order");

            assertThat(deployment.at("spec.template.metadata.labels")).isEqualTo(deployment.at("metadata.labels"));
        }
    }

    @Nested
    class OfAServer {
        @Test
        void runsTheReleaseAsTheServicesOwnAccount() {
            assertThat(SERVER.at("containers.0.image").text()).isEqualTo("shop/order:1.2.3");
            assertThat(SERVER.at("containers.0.imagePullPolicy").text()).isEqualTo("IfNotPresent");
            assertThat(SERVER.get("serviceAccountName").text()).isEqualTo("order");
        }

        @Test
        void isGivenTheSizeOfItsEnvironment() {
            assertThat(SERVER.at("containers.0.resources"))
                    .isEqualTo(
                            yaml("{ requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 500m, memory: 512Mi } }"));
            assertThat(pod("prod", "Deployment", "order").at("containers.0.resources"))
                    .isEqualTo(yaml("{ requests: { cpu: 500m, memory: 512Mi }, limits: { cpu: 2000m, memory: 2Gi } }"));
        }

        @Test
        void isProbedOnItsNamedPort() {
            Tree container = SERVER.at("containers.0");

            assertThat(container.get("ports")).isEqualTo(yaml("[{ name: http, containerPort: 8080 }]"));
            assertThat(container.get("startupProbe")).isEqualTo(yaml("""
                                    httpGet: { path: /actuator/health/liveness, port: http }
                                    periodSeconds: 5
                                    timeoutSeconds: 3
                                    failureThreshold: 30
                                    """));
            assertThat(container.get("readinessProbe")).isEqualTo(yaml("""
                                    httpGet: { path: /actuator/health/readiness, port: http }
                                    periodSeconds: 5
                                    timeoutSeconds: 3
                                    failureThreshold: 2
                                    """));
            assertThat(container.get("livenessProbe")).isEqualTo(yaml("""
                                    httpGet: { path: /actuator/health/liveness, port: http }
                                    periodSeconds: 10
                                    timeoutSeconds: 3
                                    failureThreshold: 3
                                    """));
        }

        @Test
        void hasTheStartupBudgetOfItsRuntime() {
            Tree go = pod("dev", "Deployment", "stock").at("containers.0.startupProbe");

            assertThat(go.get("failureThreshold").number()).contains(6L);
            assertThat(go.at("httpGet.path").text()).isEqualTo("/livez");
        }

        @Test
        void worksOnUntilNobodySendsToItAndThenHasTimeToFinish() {
            assertThat(SERVER.at("containers.0.lifecycle")).isEqualTo(yaml("{ preStop: { sleep: { seconds: 15 } } }"));
            assertThat(SERVER.get("terminationGracePeriodSeconds").number()).contains(50L);
        }

        @Test
        void isSpreadOverZonesThenNodesWhereThereAreAny() {
            assertThat(SERVER.get("topologySpreadConstraints").items())
                    .extracting(constraint -> constraint.get("topologyKey").text())
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(SERVER.at("topologySpreadConstraints.0")).isEqualTo(yaml("""
                                    topologyKey: topology.kubernetes.io/zone
                                    maxSkew: 1
                                    whenUnsatisfiable: ScheduleAnyway
                                    labelSelector:
                                      matchLabels:
                                        app.kubernetes.io/name: order
                                        app.kubernetes.io/part-of: shop
                                    matchLabelKeys: [pod-template-hash]
                                    """));
        }
    }

    @Nested
    class OfAWorker {
        @Test
        void isNotAskedOnAPortThatItDoesNotHave() {
            assertThat(WORKER.at("containers.0").fields())
                    .doesNotContainKeys("ports", "startupProbe", "readinessProbe", "livenessProbe", "lifecycle");
            assertThat(WORKER.get("terminationGracePeriodSeconds").number()).contains(35L);
        }

        @Test
        void isSpreadLikeAServer() {
            assertThat(WORKER.get("topologySpreadConstraints").items()).hasSize(2);
        }
    }

    @Nested
    class OfAJob {
        @Test
        void isNotRestartedInPlace() {
            assertThat(SCHEDULED.get("restartPolicy").text()).isEqualTo("Never");
            assertThat(SCHEDULED.get("topologySpreadConstraints").exists()).isFalse();
        }
    }
}
