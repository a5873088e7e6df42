package dev.slipway.capability.identity;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.ProvisionsShared;
import dev.slipway.render.aws.SharedStage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets workflows of one GitHub repository act on AWS without a stored key, each as a role that may do one thing:
 *
 * <ul>
 *   <li>deploy: one role an environment, for jobs of the GitHub environment of the same name; may only become the roles
 *       that {@code cdk bootstrap} made in its account and region.
 *   <li>diff: for pull requests; may only become the role by which the CDK looks things up
 *       ({@code cdk diff --no-change-set}).
 *   <li>images: for the branches of environments; pushes to the platform's own repositories and no other.
 * </ul>
 *
 * <p>To synthesize, a workflow needs no role. An account has at most one such provider, so a second platform there adopts
 * that of the first.
 *
 * <pre>{@code
 * Platform.named("ordering").with(githubOidc("acme/ordering"))
 * }</pre>
 *
 * @param repository owner and name
 * @param isAdopted whether the account has the provider already
 * @param isByBranch whether an environment is deployed by any job of its branch, whatever its GitHub environment
 */
@Declares
public record GithubOidc(String repository, boolean isAdopted, boolean isByBranch, Origin origin)
        implements Planned, ProvisionsShared {
    /** https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws. */
    static final String ISSUER = "token.actions.githubusercontent.com";

    static final String AUDIENCE = "sts.amazonaws.com";
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** For the workflows of a repository, by owner and name: {@code githubOidc("acme/ordering")}. */
    public static GithubOidc githubOidc(String repository) {
        return new GithubOidc(repository, false, false, Origin.here());
    }

    /** Uses the provider that the account has already, and makes none. */
    public GithubOidc adopted() {
        return new GithubOidc(repository, true, isByBranch, origin);
    }

    /**
     * Deploys an environment from any job of its branch: for repositories that have no GitHub environments, and so no
     * reviewers who stand between a push and production.
     */
    public GithubOidc byBranch() {
        return new GithubOidc(repository, isAdopted, true, origin);
    }

    /** The ARN of the provider, whoever made it: it follows from the account. */
    public String providerArn(Place place) {
        return "arn:%s:iam::%s:oidc-provider/%s"
                .formatted(place.target().partition(), place.target().account(), ISSUER);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(wrongRepository(), missingBranch(place.environment()));
    }

    private Stream<Problem> wrongRepository() {
        return REPOSITORY.matcher(repository).matches()
                ? Stream.empty()
                : Stream.of(error(
                        "identity/repository",
                        origin,
                        "The GitHub repository (%s) must be an owner and a name, parted by a slash."
                                .formatted(repository),
                        "write it as githubOidc(\"acme/ordering\")."));
    }

    private Stream<Problem> missingBranch(Environment environment) {
        return !isByBranch || environment.branch().isPresent()
                ? Stream.empty()
                : Stream.of(error(
                        "identity/no-branch",
                        origin,
                        "Environment %s has no branch (0) by which GitHub could deploy it; there must be one."
                                .formatted(environment.name()),
                        "add Environment.named(\"%s\").branch(\"main\"), or leave out byBranch()."
                                .formatted(environment.name())));
    }

    /** The claims {@code sub} of the jobs that deploy an environment: its GitHub environment, or its branch. */
    List<String> deployers(Environment environment) {
        return isByBranch
                ? environment.branch().map(this::onBranch).stream().toList()
                : List.of("repo:%s:environment:%s".formatted(repository, environment.name()));
    }

    String onPullRequest() {
        return "repo:%s:pull_request".formatted(repository);
    }

    String onBranch(String branch) {
        return "repo:%s:ref:refs/heads/%s".formatted(repository, branch);
    }

    @Override
    public void provisionShared(SharedStage stage) {
        List<EnvironmentPlan> environments = stage.environmentsOfAccount().stream()
                .filter(plan -> plan.place().choice(GithubOidc.class).isPresent())
                .toList();
        if (!environments.isEmpty()) {
            new GithubStack(stage.stack("github"), this).add(environments);
        }
    }
}
