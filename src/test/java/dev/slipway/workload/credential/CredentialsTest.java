package dev.slipway.workload.credential;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ManifestAssert;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that makes what nobody else makes: what it may do, and what it does. */
class CredentialsTest {
    private static Synthesis synthesis;

    private static Synthesis render(Need... needs) {
        return Slipway.render(Slipway.plan(Platform.named("shop")
                .services(Service.java("auth").needs(needs))
                .environments(Environment.named("local").with(localCluster()))));
    }

    @BeforeAll
    static void render() {
        synthesis = render(generatedSecret("signing", "key"), secret("smtp", "username", "password"));
    }

    private static EnvironmentAssert local() {
        return assertThat(synthesis).environment("local");
    }

    private static Manifest job() {
        return synthesis.manifests("local", "Job").stream()
                .filter(job -> job.name().startsWith("platform-credentials-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mayCreateSecretsOfItsNamespaceAndNothingElse() {
        local().manifest("Role", "platform.credentials")
                .isInNamespace("shop-local")
                .field("rules")
                .hasItems(
                        Map.of("apiGroups", List.of(""), "resources", List.of("secrets"), "verbs", List.of("create")));
        local().manifest("RoleBinding", "platform.credentials")
                .field("subjects")
                .extracting("name")
                .hasItems("platform.credentials");
        local().manifests("ClusterRole").areNone();
        local().manifests("Secret").areNone();
    }

    @Test
    void isTheOnlyPodThatTalksToKubernetes() {
        assertThat(job()).hasField("spec.template.spec.automountServiceAccountToken", true);
        local().eachService(service ->
                service.pod().at("automountServiceAccountToken").isNot(true));
    }

    @Test
    void reachesNamesAndTheApiAlone() {
        ManifestAssert policy = local().manifest("NetworkPolicy", "platform.credentials");

        policy.field("spec.ingress").hasSize(0);
        policy.field("spec.egress")
                .extracting("to.0.ipBlock.cidr")
                .hasItemsInAnyOrder(Tree.NOTHING, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
        policy.hasField(
                "spec.podSelector.matchLabels[app.kubernetes.io/name]",
                job().at("spec.template.metadata.labels[app.kubernetes.io/name]"));
    }

    @Test
    void isAnotherJobWhenOtherSecretsAreDeclared() {
        Synthesis more = render(generatedSecret("signing", "key"), generatedSecret("cookies", "key"));

        assertThat(more).environment("local").doesNotHaveManifest("Job", job().name());
    }

    @Test
    void isNotThereWhereNothingIsGenerated() {
        assertThat(render(secret("smtp", "password")).manifests("local"))
                .noneMatch(manifest -> manifest.name().startsWith("platform"));
    }

    @Nested
    class Run {
        @TempDir
        private static Path folder;

        private static KubernetesApi api;

        @BeforeAll
        static void start() throws Exception {
            assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0);
            api = new KubernetesApi(folder);
        }

        @AfterAll
        static void stop() {
            if (api != null) {
                api.close();
            }
        }

        @BeforeEach
        void startOver() {
            api.secrets.clear();
        }

        /** As the pod runs it, with the files of its ConfigMap. */
        private String run(Map<String, String> variables) throws Exception {
            Map<String, Tree> files = synthesis
                    .manifest("local", "ConfigMap", "platform.credentials")
                    .at("data")
                    .fields();
            for (Map.Entry<String, Tree> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue().text());
            }
            List<String> command = new ArrayList<>(
                    job().at("spec.template.spec.containers.0.command").texts());
            command.replaceAll(part -> part.replace("/etc/slipway", folder.toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() + " " + printed;
        }

        @Test
        void makesWhatIsMissingOfRandomValues() throws Exception {
            String printed = run(api.variables());

            assertThat(printed).isEqualTo("0 auth.signing: made\n");
            assertThat(api.secrets).containsOnlyKeys("auth.signing");
            String key = api.valuesOf("auth.signing").get("key");
            assertThat(key).matches("[A-Za-z0-9]{32}");
            assertThat(api.secrets
                            .get("auth.signing")
                            .at("/metadata/labels")
                            .get("app.kubernetes.io/managed-by")
                            .asText())
                    .isEqualTo("slipway");
            assertThat(printed).doesNotContain(key);
        }

        @Test
        void leavesWhatIsThereAsItIs() throws Exception {
            run(api.variables());
            Map<String, String> first = api.valuesOf("auth.signing");

            assertThat(run(api.variables())).isEqualTo("0 auth.signing: is there\n");
            assertThat(api.valuesOf("auth.signing")).isEqualTo(first);
        }

        @Test
        void makesOtherValuesEachTime() throws Exception {
            run(api.variables());
            Map<String, String> first = api.valuesOf("auth.signing");
            api.secrets.clear();
            run(api.variables());

            assertThat(api.valuesOf("auth.signing")).isNotEqualTo(first);
        }

        @Test
        void saysWhatTheApiRefuses() throws Exception {
            Path token = folder.resolve("account/token");
            String before = Files.readString(token);
            Files.writeString(token, "another");
            String printed = run(api.variables());
            Files.writeString(token, before);

            assertThat(printed).isEqualTo("1 auth.signing: was not made, the API answered 403\n");
        }
    }
}
