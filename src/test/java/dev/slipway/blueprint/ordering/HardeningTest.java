package dev.slipway.blueprint.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every container of every kind in every environment, whoever renders it. */
class HardeningTest {
    private record Pod(Manifest owner, Tree spec) {
        Stream<Tree> containers() {
            return Stream.of("containers", "initContainers", "ephemeralContainers")
                    .flatMap(kind -> spec.get(kind).items().stream());
        }

        @Override
        public String toString() {
            return "%s %s".formatted(owner.kind(), owner.name());
        }
    }

    static Stream<String> environments() {
        return OrderingSynthesis.PLAN.environments().stream().map(environment -> environment.name());
    }

    /** Everything that holds a list of containers, wherever in an object it stands. */
    private static Stream<Pod> pods(String environment) {
        return OrderingSynthesis.SYNTHESIS.manifests(environment).stream().flatMap(manifest -> manifest.tree()
                .all()
                .filter(tree -> !tree.get("containers").items().isEmpty())
                .map(tree -> new Pod(manifest, tree)));
    }

    @Test
    void looksAtEveryKindOfPods() {
        Set<String> kinds = environments()
                .flatMap(HardeningTest::pods)
                .map(pod -> pod.owner().kind())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(environments()).containsExactly("dev", "staging", "prod", "local");
        assertThat(kinds).containsExactly("Deployment", "Job", "StatefulSet");
        assertThat(pods("local")).hasSize(8 + 3 + 17);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void noPodMayActAsRootOrTalkToKubernetes(String environment) {
        assertThat(pods(environment)).isNotEmpty().allSatisfy(pod -> {
            Tree context = pod.spec().get("securityContext");
            assertThat(context.get("runAsNonRoot").isTrue()).isTrue();
            assertThat(context.get("runAsUser").number().orElse(0L)).isPositive();
            assertThat(context.at("seccompProfile.type").text()).isEqualTo("RuntimeDefault");
            assertThat(pod.spec().get("enableServiceLinks").text()).isEqualTo("false");
            boolean makesSecrets = pod.owner().name().startsWith("platform-credentials-");
            assertThat(pod.spec().get("automountServiceAccountToken").isTrue()).isEqualTo(makesSecrets);
            for (String host : new String[] {"hostNetwork", "hostPID", "hostIPC"}) {
                assertThat(pod.spec().get(host).exists()).isFalse();
            }
            assertThat(pod.spec().get("volumes").items())
                    .noneMatch(volume -> volume.get("hostPath").exists());
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyContainerIsClosed(String environment) {
        assertThat(pods(environment).flatMap(Pod::containers)).isNotEmpty().allSatisfy(container -> {
            Tree context = container.get("securityContext");
            assertThat(context.get("runAsNonRoot").isTrue()).isTrue();
            assertThat(context.get("readOnlyRootFilesystem").isTrue()).isTrue();
            assertThat(context.get("allowPrivilegeEscalation").text()).isEqualTo("false");
            assertThat(context.get("privileged").exists()).isFalse();
            assertThat(context.at("capabilities.drop").texts()).containsExactly("ALL");
            assertThat(context.at("capabilities.add").exists()).isFalse();
            assertThat(context.at("seccompProfile.type").text()).isEqualTo("RuntimeDefault");
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyContainerSaysWhatItNeedsAndRunsAnImageOfAKnownVersion(String environment) {
        assertThat(pods(environment).flatMap(Pod::containers)).allSatisfy(container -> {
            for (String amount : new String[] {"requests.cpu", "requests.memory", "limits.cpu", "limits.memory"}) {
                assertThat(container.get("resources").at(amount).text())
                        .as("%s of %s", amount, container.get("name"))
                        .isNotEmpty();
            }
            assertThat(container.get("image").text())
                    .matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})")
                    .doesNotContain(":latest");
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyLongRunningContainerIsProbed(String environment) {
        assertThat(pods(environment)
                        .filter(pod -> !pod.owner().kind().equals("Job"))
                        .flatMap(Pod::containers))
                .isNotEmpty()
                .allSatisfy(container -> {
                    for (String probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
                        assertThat(container.get(probe).exists()).as(probe).isTrue();
                    }
                });
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
        Set<String> pods = pods(environment)
                .map(pod -> pod.owner()
                        .at("spec.template.metadata.labels")
                        .get("app.kubernetes.io/name")
                        .text())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(pods).isEqualTo(held);
    }
}
