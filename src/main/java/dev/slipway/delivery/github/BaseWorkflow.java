package dev.slipway.delivery.github;

import java.util.List;
import java.util.Map;

/** Fills the caches of branches that pull requests start from, as a run of a pull request reads those of its base alone. */
record BaseWorkflow(Commands commands, List<String> branches) {
    Workflow workflow() {
        Job job = Job.of("base", "synthesize the base", 30, Map.of("contents", "read"))
                .step(Commands.checkout())
                .steps(Commands.languages())
                .steps(commands.caches())
                .step(Commands.base("github.sha"))
                .step(Step.runs("Compile", commands.compile()))
                .step(Step.runs("Synthesize, to be compared with", commands.slipway("diff HEAD HEAD")));
        return new Workflow(
                "base.yml",
                "base",
                List.of("Keeps what was fetched, and what was synthesized, for the pull requests that start here."),
                Map.of("push", Map.of("branches", branches)),
                "base-${{ github.ref }}",
                true,
                List.of(job));
    }
}
