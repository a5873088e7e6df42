package dev.slipway.delivery.github;

import dev.slipway.capability.identity.GithubOidc;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks every night whether what runs is what the default branch synthesizes, as the role of the model that may read how things are set
 * up and nothing else. A run that found drift has failed, and GitHub writes to whoever watches it.
 */
record DriftWorkflow(Commands commands, Plan plan) {
    /** Some minutes past the hour, where fewer schedules begin. */
    private static final String NIGHTLY = "23 3 * * *";

    private static final String ACCOUNT = "${{ vars.SLIPWAY_ACCOUNT }}";
    private static final String REGION = "${{ vars.AWS_REGION }}";
    private static final String SHARED = "shared";

    /** None where no environment is on AWS and lets workflows of GitHub in. */
    Optional<Workflow> workflow() {
        List<EnvironmentPlan> environments = plan.environments().stream()
                .filter(EnvironmentPlan::isOnAws)
                .filter(each -> each.place().choice(GithubOidc.class).isPresent())
                .filter(each -> each.environment().branch().isPresent())
                .toList();
        return environments.isEmpty() ? Optional.empty() : Optional.of(workflow(environments));
    }

    private Workflow workflow(List<EnvironmentPlan> environments) {
        Map<String, Object> on = new LinkedHashMap<>();
        on.put("schedule", List.of(Map.of("cron", NIGHTLY)));
        on.put("workflow_dispatch", new LinkedHashMap<>());
        return new Workflow(
                "drift.yml",
                "drift",
                List.of(
                        "Reads what runs, and changes nothing. A schedule runs on the default branch, which has to be"
                                + " that of an environment,",
                        "as the role trusts those. Needs the variables SLIPWAY_ACCOUNT and AWS_REGION where the model"
                                + " names no account."),
                on,
                "drift",
                false,
                List.of(job(environments)));
    }

    private Job job(List<EnvironmentPlan> environments) {
        Map<String, String> permissions = new LinkedHashMap<>();
        permissions.put("contents", "read");
        permissions.put("id-token", "write");
        boolean isOpen = environments.stream().anyMatch(each -> declared(each).isEmpty());
        Job job = Job.of("verify", "verify ${{ matrix.environment }}", 30, permissions)
                .each(matrix(environments))
                .step(Commands.checkout())
                .steps(Commands.languages())
                .steps(commands.caches());
        if (isOpen) {
            // a repository that names no account has none to look at, such as a fork
            job = job.when("vars.SLIPWAY_ACCOUNT != ''")
                    .step(Step.runs(
                                    "Account and region",
                                    "printf 'account=%s\\n"
                                            + "region=%s\\n"
                                            + "' \"$ACCOUNT\" \"$REGION\" > slipway.local.properties")
                            .env("ACCOUNT", ACCOUNT)
                            .env("REGION", REGION));
        }
        String role = environments.get(0).names().githubVerifyRole();
        String partition = environments.get(0).place().target().partition();
        return job.step(Step.runs("Compile", commands.compile()))
                .step(Step.uses(Action.AWS_CREDENTIALS)
                        .with("role-to-assume", "arn:%s:iam::${{ matrix.account }}:role/%s".formatted(partition, role))
                        .with("aws-region", "${{ matrix.region }}")
                        .with("allowed-account-ids", "${{ matrix.account }}"))
                .step(Step.runs("Verify", """
                    mkdir -p target
                    status=0
                    %s > target/drift.md || status=$?
                    head -c 400000 target/drift.md >> "$GITHUB_STEP_SUMMARY"
                    exit "$status"
                    """.formatted(commands.verify()))
                        .env("ENVIRONMENT", "${{ matrix.environment }}")
                        .env("PLANE", "${{ vars.SLIPWAY_DRIFT_PLANE || 'aws' }}"));
    }

    private static List<Map<String, String>> matrix(List<EnvironmentPlan> environments) {
        List<Map<String, String>> matrix = new ArrayList<>();
        boolean areTogether = environments.stream()
                        .map(each -> each.place().target())
                        .distinct()
                        .count()
                == 1;
        if (areTogether) {
            matrix.add(entry(SHARED, environments.get(0)));
        }
        environments.forEach(each -> matrix.add(entry(each.name(), each)));
        return matrix;
    }

    private static Map<String, String> entry(String name, EnvironmentPlan plan) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("environment", name);
        entry.put("account", declared(plan).map(Target::account).orElse(ACCOUNT));
        entry.put("region", declared(plan).map(Target::region).orElse(REGION));
        return entry;
    }

    /** Of the model, and not of a file that Git ignores: everybody generates the same. */
    private static Optional<Target> declared(EnvironmentPlan plan) {
        return plan.environment().target();
    }
}
