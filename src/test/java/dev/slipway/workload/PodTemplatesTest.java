package dev.slipway.workload;

import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.ContainerAssert;
import dev.slipway.testing.assertion.TreeAssert;
import dev.slipway.testing.assertion.WorkloadAssert;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PodTemplatesTest {
    private static WorkloadAssert server() {
        return Shop.dev().service("order");
    }

    private static WorkloadAssert worker() {
        return Shop.dev().service("mailer");
    }

    private static void eachWorkload(Consumer<WorkloadAssert> assertions) {
        assertThat(Shop.RENDERED).eachEnvironment(environment -> environment.eachWorkload(assertions));
    }

    @Nested
    class EveryPod {
        @Test
        void runsAsNobodyInParticular() {
            eachWorkload(workload -> workload.pod().at("securityContext").is(ofYaml("""
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
            eachWorkload(workload -> workload.eachContainer(
                            container -> container.field("securityContext").is(ofYaml("""
                                    runAsNonRoot: true
                                    runAsUser: 65532
                                    readOnlyRootFilesystem: true
                                    allowPrivilegeEscalation: false
                                    capabilities: { drop: [ALL] }
                                    seccompProfile: { type: RuntimeDefault }
                                    """)))
                    .pod()
                    .at("containers")
                    .hasSize(1));
        }

        @Test
        void getsNeitherATokenNorTheAddressesOfOtherServices() {
            eachWorkload(workload -> workload.pod()
                    .contains(Map.of("automountServiceAccountToken", false, "enableServiceLinks", false)));
        }

        @Test
        void canWriteToOneBoundedPlace() {
            eachWorkload(workload -> {
                workload.pod().at("volumes").is(ofYaml("[{ name: tmp, emptyDir: { sizeLimit: 256Mi } }]"));
                workload.container().field("volumeMounts").is(ofYaml("[{ name: tmp, mountPath: /tmp }]"));
            });
        }

        @Test
        void isWatchedUnderTheServicesLabels() {
            Tree labels = Shop.RENDERED.manifest("dev", "Deployment", "order").at("metadata.labels");

            server().manifest().hasField("spec.template.metadata.labels", labels);
        }
    }

    @Nested
    class OfAServer {
        @Test
        void runsTheReleaseAsTheServicesOwnAccount() {
            server().container()
                    .hasImage("shop/order:1.2.3")
                    .field("imagePullPolicy")
                    .is("IfNotPresent");
            server().pod().at("serviceAccountName").is("order");
        }

        @Test
        void isGivenTheSizeOfItsEnvironment() {
            server().container()
                    .field("resources")
                    .is(ofYaml("{ requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 500m, memory: 512Mi } }"));
            Shop.prod()
                    .service("order")
                    .container()
                    .field("resources")
                    .is(ofYaml("{ requests: { cpu: 500m, memory: 512Mi }, limits: { cpu: 2000m, memory: 2Gi } }"));
        }

        @Test
        void isProbedOnItsNamedPort() {
            ContainerAssert container = server().container();

            container.field("ports").is(ofYaml("[{ name: http, containerPort: 8080 }]"));
            container.field("startupProbe").is(ofYaml("""
                    httpGet: { path: /actuator/health/liveness, port: http }
                    periodSeconds: 5
                    timeoutSeconds: 3
                    failureThreshold: 30
                    """));
            container.field("readinessProbe").is(ofYaml("""
                    httpGet: { path: /actuator/health/readiness, port: http }
                    periodSeconds: 5
                    timeoutSeconds: 3
                    failureThreshold: 2
                    """));
            container.field("livenessProbe").is(ofYaml("""
                    httpGet: { path: /actuator/health/liveness, port: http }
                    periodSeconds: 10
                    timeoutSeconds: 3
                    failureThreshold: 3
                    """));
        }

        @Test
        void hasTheStartupBudgetOfItsRuntime() {
            Shop.dev()
                    .service("stock")
                    .container()
                    .startupProbe()
                    .gets("/livez")
                    .failsAfter(6);
        }

        @Test
        void worksOnUntilNobodySendsToItAndThenHasTimeToFinish() {
            server().container().field("lifecycle").is(ofYaml("{ preStop: { sleep: { seconds: 15 } } }"));
            server().pod().at("terminationGracePeriodSeconds").is(50);
        }

        @Test
        void isSpreadOverZonesThenNodesWhereThereAreAny() {
            TreeAssert constraints = server().pod().at("topologySpreadConstraints");

            constraints.extracting("topologyKey").hasItems("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            constraints.at("0").is(ofYaml("""
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
            Stream.of("ports", "startupProbe", "readinessProbe", "livenessProbe", "lifecycle")
                    .forEach(field -> worker().container().field(field).doesNotExist());
            worker().pod().at("terminationGracePeriodSeconds").is(35);
        }

        @Test
        void isSpreadLikeAServer() {
            worker().pod().at("topologySpreadConstraints").hasSize(2);
        }
    }

    @Nested
    class OfAJob {
        @Test
        void isNotRestartedInPlace() {
            TreeAssert pod = Shop.dev().service("report").pod();

            pod.at("restartPolicy").is("Never");
            pod.at("topologySpreadConstraints").doesNotExist();
        }
    }
}
