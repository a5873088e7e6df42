package dev.slipway.delivery.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deploys an environment to a real account, has AWS say what exists, deploys it again, and destroys it: by hand, and after somebody has
 * approved it in the GitHub environment.
 */
record TrialWorkflow(Commands commands, List<String> environments) {
    private static final String GATE = "real-account";

    /** Clusters and brokers take the better part of an hour to be made, and to be deleted; the longest session of AWS is 12 hours. */
    private static final int SESSION_SECONDS = 4 * 60 * 60;

    private static final int MINUTES = 235;

    Workflow workflow() {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("description", "The environment, which is destroyed at the end");
        environment.put("type", "choice");
        environment.put("required", true);
        environment.put("options", environments);
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("description", "The number of the AWS account that this may cost");
        account.put("type", "string");
        account.put("required", true);
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("environment", environment);
        inputs.put("account", account);
        Map<String, String> permissions = new LinkedHashMap<>();
        permissions.put("contents", "read");
        permissions.put("id-token", "write");
        Job job = Job.of("trial", "deploy, look, deploy again, destroy", MINUTES, permissions)
                .environment(GATE)
                .step(typed(Step.runs("What was typed", """
                                [[ "$ACCOUNT" =~ ^[0-9]{12}$ ]] || { echo "The account must be a number of 12 digits" >&2; exit 2; }
                                [[ -n "$ROLE" && -n "$REGION" ]] || {
                                  echo "The GitHub environment real-account must have the variables SLIPWAY_ROLE and AWS_REGION" >&2
                                  exit 2
                                }
                                """)).env("ROLE", "${{ vars.SLIPWAY_ROLE }}"))
                .step(Commands.checkout())
                .steps(Commands.languages())
                .step(Step.runs("Node tools", "npm ci --no-audit --no-fund"))
                .step(typed(Step.runs(
                        "Account and region",
                        "printf 'account=%s\\nregion=%s\\n' \"$ACCOUNT\" \"$REGION\" > slipway.local.properties")))
                .step(Step.runs("Compile", commands.compile()))
                .step(Step.uses(Action.AWS_CREDENTIALS)
                        .with("role-to-assume", "${{ vars.SLIPWAY_ROLE }}")
                        .with("role-duration-seconds", SESSION_SECONDS)
                        .with("aws-region", "${{ vars.AWS_REGION }}")
                        .with("allowed-account-ids", "${{ inputs.account }}"))
                .step(typed(Step.runs(
                        "Deploy, look, deploy again, destroy", "sh src/build/try-deployment.sh \"$ENVIRONMENT\"")))
                .step(typed(Step.runs("Destroy what a failure left", """
                                if [ -d "cdk.out/assembly-$ENVIRONMENT" ] \\
                                  && ! grep -q '"terminationProtection": *true' "cdk.out/assembly-$ENVIRONMENT/manifest.json"; then
                                  npx --no-install cdk --app cdk.out destroy "$ENVIRONMENT/*" --force
                                fi
                                """)).when("failure() || cancelled()"));
        return new Workflow(
                "real-account.yml",
                "real account",
                List.of(
                        "NEVER RUN YET. It costs money. By hand, and after an approval: the GitHub environment real-account must have",
                        "required reviewers, and the variables SLIPWAY_ROLE and AWS_REGION; see docs/guide/pull-requests.md."),
                Map.of("workflow_dispatch", Map.of("inputs", inputs)),
                GATE,
                false,
                List.of(job));
    }

    private static Step typed(Step step) {
        return step.env("ACCOUNT", "${{ inputs.account }}")
                .env("ENVIRONMENT", "${{ inputs.environment }}")
                .env("REGION", "${{ vars.AWS_REGION }}");
    }
}
