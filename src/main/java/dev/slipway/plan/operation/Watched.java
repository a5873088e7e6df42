package dev.slipway.plan.operation;

import dev.slipway.plan.Place;
import java.util.List;

/**
 * The face of a choice that knows when people should look at what it provides. Whatever tells them asks it.
 *
 * <pre>{@code
 * public List<Alarm> alarms(Place place) {
 *     Metric age = Metric.of("AWS/SQS", "ApproximateAgeOfOldestMessage", Statistic.MAXIMUM).on("QueueName", "orders");
 *     return List.of(Alarm.above("queue-age", age, 600, 15, "Orders wait: see whether their consumer runs."));
 * }
 * }</pre>
 */
public interface Watched {
    /** What is to be watched in a place; nothing where nothing is provided there. */
    List<Alarm> alarms(Place place);
}
