package dev.slipway.delivery.github;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds, tests, checks and compares a pull request. It runs code of whoever opened it: it may read, and gets no secret. */
record PullRequestWorkflow(Commands commands) {
    static final String NAME = "pull request";

    /** What the comment is made from, by {@link CommentWorkflow}. */
    static final String COMMENT = "slipway-comment";

    private static final String REVIEW = "slipway-review";
    private static final int KEPT_DAYS = 14;
    private static final Map<String, String> READS = Map.of("contents", "read");

    /** A step after one that found something still says what it finds. */
    private static final String COMPILED = "!cancelled() && steps.synthesize.outcome == 'success'";

    Workflow workflow() {
        List<Job> jobs = new ArrayList<>();
        jobs.add(review());
        jobs.add(test());
        if (commands.isCheckout()) {
            jobs.add(services());
        }
        return new Workflow(
                "pull-request.yml",
                NAME,
                List.of(
                        "Runs code of the pull request: it may read what is public to it, and no secret is within its reach."),
                Collections.singletonMap("pull_request", new LinkedHashMap<>()),
                "pull-request-${{ github.ref }}",
                true,
                jobs);
    }

    private Job review() {
        return Job.of("review", "synthesize, check and compare", 20, READS)
                .step(Commands.checkout())
                .steps(Commands.languages())
                .steps(commands.caches())
                .step(Commands.base("github.event.pull_request.base.sha"))
                .step(Step.runs("Compile", commands.compile()))
                .step(Step.runs("Synthesize", commands.synthesize()).id("synthesize"))
                .step(Step.runs("Folders of what is said", "mkdir -p target/comment target/review")
                        .when(COMPILED))
                .step(Step.runs(
                                "Compare",
                                commands.slipway("diff HEAD^1 --write markdown=target/comment/comment.md"
                                        + " --write json=target/review/diff.json --rest " + REVIEW))
                        .when(COMPILED))
                .step(Step.runs("Check", commands.slipway("check --format sarif --output target/review/check.sarif"))
                        .when(COMPILED))
                .step(Step.runs("Draw", commands.slipway("graph --output target/review/platform.svg"))
                        .when(COMPILED))
                .step(Step.runs("Estimate", commands.slipway("cost --format markdown") + " > target/review/cost.md")
                        .when(COMPILED))
                .step(Step.runs("Say it", """
                                printf '%s\\n' "$NUMBER" > target/comment/number.txt
                                for file in target/comment/comment.md target/review/cost.md; do
                                  if [ -f "$file" ]; then head -c 400000 "$file" >> "$GITHUB_STEP_SUMMARY"; fi
                                done
                                """).when(COMPILED).env("NUMBER", "${{ github.event.pull_request.number }}"))
                .step(upload(COMMENT, "target/comment", 1)
                        .when(COMPILED + " && hashFiles('target/comment/comment.md') != ''"))
                .step(upload(REVIEW, "target/review", KEPT_DAYS));
    }

    private static Step upload(String name, String path, int days) {
        return Step.uses(Action.UPLOAD_ARTIFACT)
                .when(COMPILED)
                .with("name", name)
                .with("path", path)
                .with("retention-days", days);
    }

    private Job test() {
        Job job = Job.of("test", "test", 60, READS)
                .step(Commands.checkout())
                .steps(Commands.languages())
                .steps(commands.caches());
        if (commands.isCheckout()) {
            job = job.step(Step.runs("Node tools", "npm ci --no-audit --no-fund"));
        }
        return job.step(Step.runs("Test", commands.test()));
    }

    private Job services() {
        return Job.of("services", "services", 60, READS)
                .step(Commands.checkout())
                .steps(Commands.languages())
                .step(Step.runs("Test", commands.services()));
    }
}
