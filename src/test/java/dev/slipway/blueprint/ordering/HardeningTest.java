package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.workload.Workload;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.TreeAssert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every container of every kind in every environment, whoever renders it. */
class HardeningTest {
    private static final Map<String, Object> CLOSED = Map.of(
            "runAsNonRoot", true,
            "readOnlyRootFilesystem", true,
            "allowPrivilegeEscalation", false,
            "capabilities", Map.of("drop", List.of("ALL")),
            "seccompProfile", Map.of("type", "RuntimeDefault"));

    static Stream<String> environments() {
        return OrderingSynthesis.PLAN.environments().stream().map(environment -> environment.name());
    }

    /** Each object with a list of containers, wherever in it that stands. */
    private static Stream<Manifest> pods(String environment) {
        return OrderingSynthesis.SYNTHESIS.manifests(environment).stream().flatMap(manifest -> manifest.tree()
                .all()
                .filter(tree -> !tree.get("containers").items().isEmpty())
                .map(tree -> manifest));
    }

    private static EnvironmentAssert rendered(String environment) {
        return assertThat(OrderingSynthesis.SYNTHESIS).environment(environment);
    }

    /** Workloads of these kinds, at which the other tests look, are all that there are. */
    @Test
    void looksAtEveryKindOfPods() {
        Set<String> kinds = environments()
                .flatMap(HardeningTest::pods)
                .map(Manifest::kind)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(environments()).containsExactly("dev", "staging", "prod", "local");
        assertThat(kinds).containsExactly("Deployment", "Job", "StatefulSet");
        assertThat(pods("local")).hasSize(8 + 3 + 17).hasSameSizeAs(Workload.in(OrderingSynthesis.SYNTHESIS, "local"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void noPodMayActAsRootOrTalkToKubernetes(String environment) {
        assertThat(Workload.in(OrderingSynthesis.SYNTHESIS, environment))
                .isNotEmpty()
                .allSatisfy(workload -> {
                    TreeAssert pod = assertThat(workload).pod();
                    pod.contains(Map.of(
                            "securityContext",
                            Map.of("runAsNonRoot", true, "seccompProfile", Map.of("type", "RuntimeDefault")),
                            "automountServiceAccountToken",
                            workload.name().startsWith("platform-credentials-"),
                            "enableServiceLinks",
                            false));
                    pod.at("securityContext.runAsUser").asText().matches("[1-9][0-9]*");
                    Stream.of("hostNetwork", "hostPID", "hostIPC", "ephemeralContainers")
                            .forEach(field -> pod.at(field).doesNotExist());
                    pod.at("volumes").each(volume -> volume.at("hostPath").doesNotExist());
                });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyContainerIsClosed(String environment) {
        rendered(environment)
                .eachWorkload(workload -> workload.eachContainer(container -> {
                    container.field("securityContext").contains(CLOSED);
                    container.field("securityContext.privileged").doesNotExist();
                    container.field("securityContext.capabilities.add").doesNotExist();
                }));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyContainerSaysWhatItNeedsAndRunsAnImageOfAKnownVersion(String environment) {
        rendered(environment)
                .eachWorkload(workload -> workload.eachContainer(container -> {
                    Stream.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory")
                            .forEach(amount -> container
                                    .field("resources." + amount)
                                    .asText()
                                    .isNotEmpty());
                    container
                            .field("image")
                            .asText()
                            .matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})")
                            .doesNotContain(":latest");
                }));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyLongRunningContainerIsProbed(String environment) {
        rendered(environment)
                .eachService(service -> service.eachContainer(container -> {
                    container.startupProbe();
                    container.readinessProbe();
                    container.livenessProbe();
                }));
    }

    /** A pod that no policy selects is closed by the namespace's own; one that is selected twice has the sum of both. */
    @ParameterizedTest
    @MethodSource("environments")
    void everyPodIsHeldByAPolicyOfItsOwn(String environment) {
        Set<String> held = OrderingSynthesis.SYNTHESIS.manifests(environment, "NetworkPolicy").stream()
                .map(policy -> policy.at("spec.podSelector.matchLabels")
                        .get("app.kubernetes.io/name")
                        .text())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> pods = Workload.in(OrderingSynthesis.SYNTHESIS, environment).stream()
                .map(workload -> workload.labels().get("app.kubernetes.io/name").text())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(pods).isEqualTo(held);
    }
}
