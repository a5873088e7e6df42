package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.network.Calls;
import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.Materializes;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.WorkloadAssert;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the default platform is and what becomes of it, as its users are told. */
class OrderingPlatformTest {
    private static final Synthesis SYNTHESIS = OrderingSynthesis.SYNTHESIS;
    private static final List<String> SERVICES =
            List.of("ai", "auth", "common", "notification", "order", "payment", "store", "user");

    @Test
    void hasNoProblemNotEvenAWarning() {
        assertThat(OrderingSynthesis.PLAN.problems()).isEmpty();
    }

    @Test
    void couplesItsServicesByTopicsAndNotByCalls() {
        List<Service> services = OrderingPlatform.platform().services();
        assertThat(services).extracting(Service::name).containsExactlyElementsOf(SERVICES);
        assertThat(services).allSatisfy(service -> {
            assertThat(service.needs(StreamingNeed.class)).isNotEmpty();
            assertThat(service.needs(Calls.class)).isEmpty();
            assertThat(service.owner()).isPresent();
        });
    }

    @Test
    void publishesEveryTopicOnceAndReadsEach() {
        Set<String> read = topics(need -> need instanceof Consumes || need instanceof Materializes);
        assertThat(topics(Publishes.class::isInstance)).isEqualTo(read).hasSize(15);
        assertThat(OrderingPlatform.platform().services())
                .flatExtracting(service -> service.needs(Publishes.class))
                .hasSize(15);
    }

    @Test
    void isWrittenAsAStageForEachEnvironmentAndOneThatTheyShare() {
        assertThat(SYNTHESIS).stack("shared/registry");
        assertThat(SYNTHESIS).stack("shared/github");
        for (String environment : List.of("dev", "staging", "prod")) {
            assertThat(SYNTHESIS)
                    .environment(environment)
                    .hasStacks("network", "cluster", "streaming", "cache", "database", "secrets", "identity");
        }
    }

    @Test
    void hasARepositoryForEachService() {
        assertThat(SYNTHESIS)
                .stack("shared/registry")
                .resources("AWS::ECR::Repository")
                .areNamed(
                        SERVICES.stream().map(service -> "ordering/" + service).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void isWrittenAsAFileForEachServiceAndOneThatTheyShareBesideItsAddOns(String environment) {
        Set<String> files = SYNTHESIS.files().keySet().stream()
                .filter(path -> path.startsWith("dist/" + environment + "/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        SERVICES.forEach(service -> expected.add("dist/%s/%s.k8s.yaml".formatted(environment, service)));
        List.of(
                        "platform.k8s.yaml",
                        "addons/charts.yaml",
                        "addons/external-secrets.values.yaml",
                        "addons/install.sh",
                        "addons/reloader.values.yaml")
                .forEach(file -> expected.add("dist/%s/%s".formatted(environment, file)));
        assertThat(files).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dev,     ordering-dev,     dev.shop.example.com,     100m,  128Mi,  500m,   512Mi, 1, 0,  0",
        "staging, ordering-staging, staging.shop.example.com, 200m,  256Mi, 1000m,    1Gi, 0, 2,  5",
        "prod,    ordering,         shop.example.com,         500m,  512Mi, 2000m,    2Gi, 0, 3, 10",
        "local,   ordering-local,   ordering.localhost,       100m,  128Mi,  500m,   512Mi, 1, 0,  0"
    })
    void followsTheTableOfEnvironments(
            String environment,
            String namespace,
            String host,
            String cpu,
            String memory,
            String cpuLimit,
            String memoryLimit,
            int replicas,
            int least,
            int most) {
        EnvironmentAssert rendered = assertThat(SYNTHESIS).environment(environment);
        rendered.manifests("Deployment").hasCount(8).each(deployment -> deployment.isInNamespace(namespace));
        for (String name : SERVICES) {
            WorkloadAssert service = rendered.service(name);
            service.container()
                    .requests("cpu", cpu)
                    .requests("memory", memory)
                    .isLimitedTo("cpu", cpuLimit)
                    .isLimitedTo("memory", memoryLimit);
            if (most == 0) {
                service.hasReplicas(replicas);
            } else {
                service.autoscales(least, most);
            }
        }
        rendered.manifests("Ingress").hasCount(6).each(ingress -> ingress.hasField("spec.rules.0.host", host));
        rendered.manifests("HorizontalPodAutoscaler").hasCount(most == 0 ? 0 : 8);
        rendered.manifests("PodDisruptionBudget").hasCount(most == 0 ? 0 : 8);
    }

    @Test
    void holdsNoValueOfASecretAnywhere() {
        EnvironmentAssert prod = assertThat(SYNTHESIS).environment("prod");
        prod.manifests("Secret").areNone();
        prod.resources("AWS::SecretsManager::Secret").each(secret -> secret.doesNotHaveProperty("SecretString"));
        assertThat(SYNTHESIS.templates().stream()
                        .flatMap(template -> template.tree().all()))
                .filteredOn(tree -> tree.get("MasterUserPassword").exists())
                .hasSize(3)
                .allSatisfy(tree ->
                        assertThat(tree.get("MasterUserPassword").toString()).contains("{{resolve:secretsmanager:"));
    }

    @Test
    void passesNoValueBetweenStacksByExport() {
        assertThat(SYNTHESIS.templates()).isNotEmpty().allSatisfy(template -> {
            assertThat(template.tree().get("Outputs").fields().values())
                    .noneMatch(output -> output.get("Export").exists());
            assertThat(template.tree().all())
                    .noneMatch(tree -> tree.get("Fn::ImportValue").exists());
        });
    }

    private static Set<String> topics(Predicate<StreamingNeed> filter) {
        return OrderingPlatform.platform().services().stream()
                .flatMap(service -> service.needs(StreamingNeed.class).stream())
                .filter(filter)
                .map(need -> need.topic().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
