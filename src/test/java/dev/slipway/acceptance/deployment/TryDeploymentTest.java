package dev.slipway.acceptance.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import dev.slipway.Child;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** What {@code try-deployment.sh} refuses, with something in the place of the CDK CLI; {@link DeploymentIT} runs it whole. */
@DisabledOnOs(WINDOWS)
class TryDeploymentTest {
    private static final Path SCRIPT = Path.of("src/build/try-deployment.sh").toAbsolutePath();
    private static final String CALLS = "calls.txt";

    @TempDir
    private Path folder;

    @Test
    void doesNothingToAnEnvironmentOfProduction() throws IOException {
        Child child = tried(
                "prod",
                "111122223333",
                "{\"terminationProtection\": true, \"environment\": \"aws://111122223333/eu-central-1\"}");

        assertThat(child.exit()).isEqualTo(2);
        assertThat(child.err())
                .contains("Environment prod is protected from being deleted, as production is: nothing was done");
        assertThat(calls()).containsExactly("synth prod/* --quiet");
    }

    @Test
    void doesNothingInAnotherAccount() throws IOException {
        Child child = tried("dev", "444455556666", "{\"environment\": \"aws://111122223333/eu-central-1\"}");

        assertThat(child.exit()).isEqualTo(2);
        assertThat(child.err())
                .contains("Environment dev is not rendered for account 444455556666: see slipway.local.properties");
        assertThat(calls()).containsExactly("synth dev/* --quiet");
    }

    @Test
    void stopsWhereTheSecondDeploymentChangesSomething() throws IOException {
        Child child = tried("dev", "111122223333", """
                {"environment": "aws://111122223333/eu-central-1",
                 "type": "aws:cloudformation:stack"}""");

        assertThat(child.exit()).isEqualTo(1);
        assertThat(child.err()).contains("0 of 1 stacks did not change");
        assertThat(calls())
                .containsExactly(
                        "synth dev/* --quiet",
                        "bootstrap aws://111122223333/eu-central-1",
                        "--app cdk.out deploy shared/* dev/* --method=direct --require-approval never --concurrency 4",
                        "--app cdk.out drift dev/* --fail",
                        "--app cdk.out deploy dev/* --method=direct --require-approval never --concurrency 4");
    }

    @Test
    void satisfiesShellCheck() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "shellcheck"))),
                "shellcheck is missing: install it to have the script checked");

        Child child = Child.of(folder, Map.of(), List.of("shellcheck", SCRIPT.toString()));

        assertThat(child.exit()).as(child.out()).isZero();
    }

    /** The CLI that was put in its place notes how it is called, and has rendered a manifest. */
    private Child tried(String environment, String account, String manifest) throws IOException {
        Path assembly = Files.createDirectories(folder.resolve("cdk.out/assembly-" + environment));
        Files.writeString(assembly.resolve("manifest.json"), manifest);
        Path cdk = Files.writeString(folder.resolve("cdk"), "#!/bin/sh\necho \"$*\" >> " + CALLS + "\n");
        Map<String, String> variables = new TreeMap<>();
        variables.put("ACCOUNT", account);
        variables.put("CDK", "sh " + cdk);
        variables.put("WITHOUT_DRIFT", "");
        return Child.of(folder, variables, List.of("sh", SCRIPT.toString(), environment));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve(CALLS), UTF_8);
    }
}
