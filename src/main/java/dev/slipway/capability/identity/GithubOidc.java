package dev.slipway.capability.identity;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.ProvisionsShared;
import dev.slipway.render.aws.SharedStage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;

/**
 * Lets workflows of one GitHub repository act on AWS without a stored key. An account has at most one such provider, so
 * a second platform there adopts that of the first.
 *
 * <pre>{@code
 * Platform.named("ordering").with(githubOidc("acme/ordering"))
 * }</pre>
 *
 * @param repository owner and name
 * @param isAdopted whether the account has the provider already
 */
@Declares
public record GithubOidc(String repository, boolean isAdopted, Origin origin) implements Planned, ProvisionsShared {
    /** https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws. */
    private static final String ISSUER = "token.actions.githubusercontent.com";

    private static final String AUDIENCE = "sts.amazonaws.com";
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** For the workflows of a repository, by owner and name: {@code githubOidc("acme/ordering")}. */
    public static GithubOidc githubOidc(String repository) {
        return new GithubOidc(repository, false, Origin.here());
    }

    /** Uses the provider that the account has already, and makes none. */
    public GithubOidc adopted() {
        return new GithubOidc(repository, true, origin);
    }

    /** The ARN of the provider, whoever made it: it follows from the account. */
    public String providerArn(Place place) {
        return "arn:%s:iam::%s:oidc-provider/%s"
                .formatted(place.target().partition(), place.target().account(), ISSUER);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return REPOSITORY.matcher(repository).matches()
                ? Stream.empty()
                : Stream.of(error(
                        "identity/repository",
                        origin,
                        "The GitHub repository (%s) must be an owner and a name, parted by a slash."
                                .formatted(repository),
                        "write it as githubOidc(\"acme/ordering\")."));
    }

    @Override
    public void provisionShared(SharedStage stage) {
        if (!isAdopted) {
            CfnOIDCProvider.Builder.create(stage.stack("github"), "Provider")
                    .url("https://" + ISSUER)
                    .clientIdList(List.of(AUDIENCE))
                    .build();
        }
    }
}
