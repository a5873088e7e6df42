package dev.slipway.capability.governance;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.ConfiguresStage;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.SharedStage;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.Stage;

/**
 * A policy, already in the account, that bounds what any role may do: those of services, of GitHub's workflows, and those
 * that the CDK makes.
 *
 * <pre>{@code
 * Platform.named("ordering").with(permissionsBoundary("developer-boundary"))
 * }</pre>
 *
 * @param policy its name, without path
 */
@Declares
public record PermissionsBoundary(String policy, Origin origin) implements Planned, ConfiguresStage {
    /** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");

    /** The CDK reads it for every stack, and sets the boundary of every role: https://docs.aws.amazon.com/cdk/v2/guide/customize-permissions-boundaries.html. */
    private static final String CONTEXT = "@aws-cdk/core:permissionsBoundary";

    public static PermissionsBoundary permissionsBoundary(String policy) {
        return new PermissionsBoundary(policy, Origin.here());
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> name = NAME.matcher(policy).matches()
                ? Stream.empty()
                : Stream.of(error(
                        "governance/boundary",
                        origin,
                        "The permissions boundary (%s) must be the name of a policy: 1 to 128 letters, digits or + = , . @ _ -."
                                .formatted(policy),
                        "write it as permissionsBoundary(\"developer-boundary\"), without ARN or path."));
        return Stream.concat(
                name, Agreement.check(place, this, "governance/boundary-differs", "permissions boundary", policy));
    }

    @Override
    public void configure(EnvironmentStage stage) {
        bound(stage);
    }

    @Override
    public void configureShared(SharedStage stage) {
        bound(stage);
    }

    private void bound(Stage stage) {
        stage.getNode().setContext(CONTEXT, Map.of("name", policy));
    }
}
