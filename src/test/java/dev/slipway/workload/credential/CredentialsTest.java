package dev.slipway.workload.credential;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
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

    private static Manifest job() {
        return synthesis.manifests("local", "Job").stream()
                .filter(job -> job.name().startsWith("platform-credentials-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mayCreateSecretsOfItsNamespaceAndNothingElse() {
        Manifest role = synthesis.manifest("local", "Role", "platform.credentials");

        assertThat(role.namespace()).isEqualTo("shop-local");
        assertThat(role.at("rules").items()).singleElement().satisfies(rule -> {
            assertThat(rule.get("apiGroups").texts()).containsExactly("");
            assertThat(rule.get("resources").texts()).containsExactly("secrets");
            assertThat(rule.get("verbs").texts()).containsExactly("create");
        });
        assertThat(synthesis
                        .manifest("local", "RoleBinding", "platform.credentials")
                        .at("subjects")
                        .items())
                .extracting(subject -> subject.get("name").text())
                .containsExactly("platform.credentials");
        assertThat(synthesis.manifests("local")).extracting(Manifest::kind).doesNotContain("ClusterRole", "Secret");
    }

    @Test
    void isTheOnlyPodThatTalksToKubernetes() {
        assertThat(job().at("spec.template.spec.automountServiceAccountToken").isTrue())
                .isTrue();
        assertThat(synthesis.manifests("local", "Deployment")).isNotEmpty().noneMatch(pods -> pods.at(
                        "spec.template.spec.automountServiceAccountToken")
                .isTrue());
    }

    @Test
    void reachesNamesAndTheApiAlone() {
        Manifest policy = synthesis.manifest("local", "NetworkPolicy", "platform.credentials");

        assertThat(policy.at("spec.ingress").items()).isEmpty();
        assertThat(policy.at("spec.egress").items())
                .extracting(rule -> rule.at("to.0.ipBlock.cidr").text())
                .containsExactlyInAnyOrder("", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
        assertThat(policy.at("spec.podSelector.matchLabels")
                        .get("app.kubernetes.io/name")
                        .text())
                .isEqualTo(job().at("spec.template.metadata.labels")
                        .get("app.kubernetes.io/name")
                        .text());
    }

    @Test
    void isAnotherJobWhenOtherSecretsAreDeclared() {
        Synthesis more = render(generatedSecret("signing", "key"), generatedSecret("cookies", "key"));

        assertThat(more.manifests("local", "Job")).extracting(Manifest::name).doesNotContain(job().name());
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
