package dev.slipway.capability.observability;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Watched;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes to people when something that an environment provides needs them: a broker or database that runs full, a
 * partition that nobody leads. What is watched, and when, is up to the providers.
 *
 * <p>Stack {@code observability} has a CloudWatch alarm for each, and one topic to which the addresses subscribe; each has
 * to confirm the first mail that it gets.
 *
 * <pre>{@code
 * Environment.named("prod").with(alarms("ops@example.com"))
 * }</pre>
 */
@Declares
public record Alarms(List<String> addresses, Origin origin) implements Planned, ProvisionsOnAws {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}");

    public Alarms {
        addresses = addresses.stream().distinct().toList();
    }

    /** For those who are to be told, by mail. */
    public static Alarms alarms(String... addresses) {
        return new Alarms(List.of(addresses), Origin.here());
    }

    @Override
    public Stream<Problem> check(Place place) {
        if (addresses.isEmpty()) {
            return Stream.of(error(
                    "observability/no-address",
                    origin,
                    "The alarms of environment %s have no address (0) to write to; there must be one."
                            .formatted(place.environment().name()),
                    "write it as alarms(\"ops@example.com\")."));
        }
        return addresses.stream()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .map(address -> error(
                        "observability/address",
                        origin,
                        "The address (%s) for alarms must be a mail address.".formatted(address),
                        "write it as alarms(\"ops@example.com\")."));
    }

    @Override
    public void provision(EnvironmentStage stage) {
        List<Alarm> all = stage.place().choices().stream()
                .filter(Watched.class::isInstance)
                .flatMap(choice -> ((Watched) choice).alarms(stage.place()).stream())
                .toList();
        if (!all.isEmpty()) {
            new AlarmStack(stage.stack("observability")).add(addresses, all);
        }
    }
}
