package dev.slipway.delivery.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Comments on a pull request after its own workflow has ended, with the rights of the repository: pull requests from forks get a comment
 * this way. Nothing of the pull request is checked out or run; its artifact is read by a script of the default branch.
 */
record CommentWorkflow() {
    static final String FOLDER = ".github/slipway";
    static final String SCRIPT = FOLDER + "/comment.mjs";

    Workflow workflow() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("workflows", List.of(PullRequestWorkflow.NAME));
        run.put("types", List.of("completed"));
        Map<String, String> permissions = new LinkedHashMap<>();
        permissions.put("actions", "read");
        permissions.put("contents", "read");
        permissions.put("pull-requests", "write");
        Job job = Job.of("comment", "comment", 5, permissions)
                .when("github.event.workflow_run.event == 'pull_request'")
                .step(Step.uses(Action.CHECKOUT)
                        .named("Script of the default branch")
                        .with("ref", "${{ github.event.repository.default_branch }}")
                        .with("sparse-checkout", FOLDER)
                        .with("persist-credentials", false))
                .step(Step.runs("Comment", "node " + SCRIPT).env("GITHUB_TOKEN", "${{ github.token }}"));
        return new Workflow(
                "pull-request-comment.yml",
                "pull request comment",
                List.of("May write, and so never checks out or runs what a pull request holds: see " + SCRIPT + "."),
                Map.of("workflow_run", run),
                "pull-request-comment-${{ github.event.workflow_run.head_repository.full_name }}"
                        + ":${{ github.event.workflow_run.head_branch }}",
                false,
                List.of(job));
    }
}
