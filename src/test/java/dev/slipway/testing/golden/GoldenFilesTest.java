package dev.slipway.testing.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenFilesTest {
    @Test
    void sayWhatIsCommonOnceAndWhatIsNotWhereItIs() {
        assertThat(golden(Map.of(
                        "dev", deployments("dev", 1, 40),
                        "staging", deployments("staging", 1, 40),
                        "prod", deployments("prod", 3, 40))))
                .isEqualTo("""
                        # A golden file of Slipway, written by a test with -Dslipway.update=true.

                        Deployment:
                          objects:
                            mail: dev, prod, staging
                            order: dev, prod, staging
                          every Deployment:
                            kind: Deployment
                            metadata:
                              name: <name>
                              namespace: shop-<environment>
                            spec:
                              replicas: 1
                              template:
                                spec:
                                  containers:
                                    (<name>): {image: example.com/<name>:1, ports: {(http): {containerPort: 8080}}}
                                  terminationGracePeriodSeconds: 40
                          in prod:
                            spec:
                              replicas: 3
                          order:
                            spec:
                              template:
                                spec:
                                  containers:
                                    (<name>): {ports: {(admin): {containerPort: 9000}}}
                        """);
    }

    @Test
    void sayOnceWhatAFamilyHasInCommon() {
        String job = """
                ---
                kind: Job
                metadata: {name: %1$s-%2$s}
                spec: {backoffLimit: %3$s, template: {image: %2$s}}
                """;
        var builder = Synthesis.builder();
        for (String service : List.of("mail", "order")) {
            builder.manifests(
                    "dev",
                    service + ".k8s.yaml",
                    job.formatted(service, "database", 10) + job.formatted(service, "topics", 6));
        }

        assertThat(GoldenFiles.of(builder.build()).values()).containsExactly("""
                # A golden file of Slipway, written by a test with -Dslipway.update=true.

                Job:
                  objects:
                    mail-database: dev
                    mail-topics: dev
                    order-database: dev
                    order-topics: dev
                  every Job:
                    kind: Job
                    metadata:
                      name: <name>
                    spec:
                      backoffLimit: 10
                      template:
                        image: database
                  every <service>-topics:
                    spec:
                      backoffLimit: 6
                      template:
                        image: topics
                """);
    }

    @Test
    void changeInOneLineWithADefault() {
        Map<String, String> before = Map.of("dev", deployments("dev", 1, 40), "prod", deployments("prod", 3, 40));
        Map<String, String> after = Map.of("dev", deployments("dev", 1, 60), "prod", deployments("prod", 3, 60));

        assertThat(LineDifference.between(
                        golden(before).lines().toList(), golden(after).lines().toList()))
                .extracting(LineDifference::toString)
                .containsExactly("- terminationGracePeriodSeconds: 40", "+ terminationGracePeriodSeconds: 60");
    }

    @Test
    void changeWithEveryValueThatChanges() {
        Map<String, String> files = new TreeMap<>(Shop.SYNTHESIS.files());
        files.remove("cdk.out/manifest.json");
        files.forEach((file, text) -> {
            Synthesis whole = ofFile(file, text);
            Map<String, String> golden = GoldenFiles.of(whole);
            List<String> lines = text.lines().toList();
            assertThat(IntStream.range(0, lines.size())
                            .filter(i -> lines.get(i).matches(".*[A-Za-z0-9].*"))
                            .filter(i -> GoldenFiles.of(ofFile(file, changed(lines, i)))
                                    .equals(golden))
                            .mapToObj(lines::get))
                    .as("lines of %s whose change nobody would see", file)
                    .isEmpty();
        });
    }

    private static Synthesis ofFile(String file, String text) {
        return file.startsWith("dist/")
                ? Synthesis.of(Map.of(file, text))
                : Synthesis.of(Map.of(
                        file,
                        text,
                        "cdk.out/manifest.json",
                        Shop.SYNTHESIS.files().getOrDefault("cdk.out/manifest.json", "")));
    }

    /** A digit more, or else a letter more, at the end of the last word of a line. */
    private static String changed(List<String> lines, int line) {
        List<String> copy = new ArrayList<>(lines);
        copy.set(line, lines.get(line).replaceFirst("([A-Za-z0-9])([^A-Za-z0-9]*)$", "$11$2"));
        return String.join("\n", copy);
    }

    @Test
    void areYaml() {
        GoldenFiles.of(Shop.SYNTHESIS)
                .forEach((file, text) -> assertThat(parsed(file, text)).as(file).isInstanceOf(Map.class));
    }

    @Test
    void areTheSameInWhateverOrderObjectsCome() {
        String one = "kind: A\nmetadata: {name: a}\n";
        String other = "kind: A\nmetadata: {name: b, labels: {x: y}}\n";

        assertThat(golden(Map.of("dev", one + "---\n" + other)))
                .isEqualTo(golden(Map.of("dev", other + "---\n" + one)));
    }

    @Nested
    class WithoutNoise {
        @ParameterizedTest
        @CsvSource({
            "order-database-66000868, order-database-<hash>",
            "config-8mbdf7882g, config-<hash>",
            "cdk-assets/679f53fac002430cb0da5b7982bd22872d164c4c679f53fac002430cb0da5b79.zip, cdk-assets/<hash>.zip",
            "nodejs24.x, nodejs<version>",
            "'${Token[TOKEN.12]}', <token>",
            "sg-1a2b3c4d, sg-1a2b3c4d",
            "order-database, order-database",
            "10.30.96.0/22, 10.30.96.0/22",
            "2012-10-17, 2012-10-17",
            "order-decaface, order-decaface"
        })
        void textsStayThatPeopleWrote(String text, String expected) {
            assertThat(Noise.removed(text)).isEqualTo(expected);
        }

        @Test
        void resourcesAreCalledByTheirPathsAndReferToEachOtherBySuch() {
            assertThat(template("Key961B73FD", "a".repeat(64)))
                    .isEqualTo(template("Key00000000", "b".repeat(64)))
                    .contains("Events/Key: prod", "KmsKeyId: \"${Events/Key/Arn}\"", "S3Key: <hash>.zip")
                    .doesNotContain("BootstrapVersion", "961B73FD", "Analytics");
        }

        private String template(String key, String hash) {
            Synthesis synthesis = Synthesis.of(
                    Map.of("cdk.out/manifest.json", """
                    {"artifacts": {"s": {"type": "aws:cloudformation:stack", "displayName": "prod/streaming",
                      "properties": {"templateFile": "s.template.json", "stackName": "shop-prod-streaming"}}}}""", "cdk.out/s.template.json", """
                    {"Parameters": {"BootstrapVersion": {"Type": "String"}},
                     "Resources": {
                      "%1$s": {"Type": "AWS::KMS::Key", "Metadata": {"aws:cdk:path": "prod/streaming/Events/Key/Resource"}},
                      "Metadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2:%2$s"}},
                      "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"KmsKeyId": {"Fn::GetAtt": ["%1$s", "Arn"]}}},
                      "Ask": {"Type": "AWS::Lambda::Function", "Properties": {"Code": {"S3Key": "%2$s.zip"}}}}}""".formatted(key, hash)));
            return GoldenFiles.of(synthesis).getOrDefault("aws/streaming.yaml", "");
        }
    }

    @Test
    void keepLongTextsApartAndEachOnce() {
        String script =
                IntStream.range(0, 20).mapToObj("    line %s\n"::formatted).reduce("", String::concat);
        String maps = "kind: ConfigMap\nmetadata: {name: %s}\ndata:\n  run.sh: |\n%s";
        Map<String, String> files = GoldenFiles.of(Synthesis.builder()
                .manifests("dev", "maps.yaml", maps.formatted("a", script) + "---\n" + maps.formatted("b", script))
                .manifests("prod", "maps.yaml", maps.formatted("a", script + "    line 20\n"))
                .build());

        assertThat(files)
                .containsOnlyKeys("kubernetes/ConfigMap.yaml", "texts/run.sh.txt", "texts/a.run.sh.txt")
                .hasEntrySatisfying(
                        "texts/a.run.sh.txt", text -> assertThat(text).endsWith("line 20\n"));
    }

    private static Object parsed(String file, String text) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(text, Map.class);
        } catch (java.io.IOException e) {
            throw new AssertionError(file + "\n" + text, e);
        }
    }

    private static String golden(Map<String, String> manifests) {
        var builder = Synthesis.builder();
        new TreeMap<>(manifests).forEach((environment, text) -> builder.manifests(environment, "all.yaml", text));
        return GoldenFiles.of(builder.build()).values().iterator().next();
    }

    private static String deployments(String environment, int replicas, int grace) {
        return List.of("order", "mail").stream()
                .map(name -> """
                        kind: Deployment
                        metadata: {name: %1$s, namespace: shop-%2$s}
                        spec:
                          replicas: %3$s
                          template:
                            spec:
                              terminationGracePeriodSeconds: %4$s
                              containers:
                                - name: %1$s
                                  image: "example.com/%1$s:1"
                                  ports: [{name: http, containerPort: 8080}%5$s]
                        """.formatted(
                                name,
                                environment,
                                replicas,
                                grace,
                                name.equals("order") ? ", {name: admin, containerPort: 9000}" : ""))
                .reduce((a, b) -> a + "---\n" + b)
                .orElseThrow();
    }
}
