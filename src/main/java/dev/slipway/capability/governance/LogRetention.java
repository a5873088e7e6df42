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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.IConstruct;

/**
 * How long CloudWatch keeps every log, whatever writes it; otherwise each of them has a time that is usual for it.
 *
 * <pre>{@code
 * Environment.named("prod").with(logRetention(365))
 * }</pre>
 */
@Declares
public record LogRetention(int days, Origin origin) implements Planned, ConfiguresStage {
    /** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html. */
    private static final List<Integer> ALLOWED = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    /** Days for which every log is kept, one of those that CloudWatch has: {@code logRetention(365)}. */
    public static LogRetention logRetention(int days) {
        return new LogRetention(days, Origin.here());
    }

    @Override
    public Stream<Problem> check(Place place) {
        return ALLOWED.contains(days)
                ? Stream.empty()
                : Stream.of(error(
                        "governance/log-retention",
                        origin,
                        "The retention (%s) of logs must be one of %s days."
                                .formatted(
                                        days,
                                        ALLOWED.stream().map(String::valueOf).collect(Collectors.joining(", "))),
                        "choose the next longer, such as logRetention(365)."));
    }

    @Override
    public void configure(EnvironmentStage stage) {
        keep(stage);
    }

    @Override
    public void configureShared(SharedStage stage) {
        keep(stage);
    }

    private void keep(IConstruct stage) {
        Aspects.of(stage).add(this::keepIn);
    }

    private void keepIn(IConstruct construct) {
        if (construct instanceof CfnLogGroup group) {
            group.setRetentionInDays(days);
        }
    }
}
