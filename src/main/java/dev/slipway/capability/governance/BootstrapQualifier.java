package dev.slipway.capability.governance;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.operation.Bootstrap;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.ConfiguresStage;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.SharedStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.Stage;

/**
 * Which of several preparations of an account for the CDK the stacks are deployed with:
 * {@code cdk bootstrap --qualifier abc123}.
 *
 * <pre>{@code
 * Platform.named("ordering").with(bootstrapQualifier("abc123"))
 * }</pre>
 */
@Declares
public record BootstrapQualifier(String qualifier, Origin origin) implements Bootstrap, ConfiguresStage {
    /** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html. */
    private static final Pattern QUALIFIER = Pattern.compile("[A-Za-z0-9_-]{1,10}");

    private static final String CONTEXT = "@aws-cdk/core:bootstrapQualifier";

    public static BootstrapQualifier bootstrapQualifier(String qualifier) {
        return new BootstrapQualifier(qualifier, Origin.here());
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> itself = QUALIFIER.matcher(qualifier).matches()
                ? Stream.empty()
                : Stream.of(error(
                        "governance/qualifier",
                        origin,
                        "The bootstrap qualifier (%s) must be 1 to 10 letters, digits, hyphens or underscores."
                                .formatted(qualifier),
                        "write it as bootstrapQualifier(\"abc123\"), as in cdk bootstrap --qualifier."));
        return Stream.concat(
                itself, Agreement.check(place, this, "governance/qualifier-differs", "bootstrap qualifier", qualifier));
    }

    @Override
    public void configure(EnvironmentStage stage) {
        deploy(stage);
    }

    @Override
    public void configureShared(SharedStage stage) {
        deploy(stage);
    }

    private void deploy(Stage stage) {
        stage.getNode().setContext(CONTEXT, qualifier);
    }
}
