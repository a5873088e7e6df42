package dev.slipway.review.difference;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.change.Changes;
import dev.slipway.review.cost.CostDifference;
import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.difference.event.EventChange;
import dev.slipway.review.difference.event.EventChanges;
import dev.slipway.review.difference.event.SchemaChanges;
import dev.slipway.review.difference.guard.GuardShifts;
import dev.slipway.review.difference.path.PathShifts;
import dev.slipway.review.difference.permission.PermissionShifts;
import dev.slipway.review.difference.rbac.RbacShifts;
import dev.slipway.review.difference.shift.Shift;
import dev.slipway.review.difference.topology.TopologyChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that deploying one snapshot over another does: to data, to both planes, to permissions and paths, to events, to the shape.
 *
 * <pre>{@code
 * Difference difference = Difference.between(Side.of("main", before), Side.of("this branch", after));
 * difference.effects(Danger.LOSS)
 * }</pre>
 *
 * @param shifts permissions, paths and protections, widened ones first
 * @param events what happens to topics, and to the schemas of their events
 * @param costs of a month, by environment or shared stage, where they differ
 * @param topologies by environment, where they differ
 * @param effects all of it in a line each, most dangerous first
 */
public record Difference(
        Side before,
        Side after,
        Changes changes,
        List<Shift> shifts,
        List<EventChange> events,
        Map<String, CostDifference> costs,
        Map<String, TopologyChange> topologies,
        List<Effect> effects) {

    /** With the prices that come with Slipway. */
    public static Difference between(Side before, Side after) {
        return between(before, after, Prices.published());
    }

    /** With prices of one's own. */
    public static Difference between(Side before, Side after, Prices prices) {
        Synthesis old = before.synthesis();
        Synthesis now = after.synthesis();
        Changes changes = Changes.between(old, now);
        List<Shift> shifts = Stream.of(
                        PermissionShifts.between(old, now),
                        RbacShifts.between(old, now),
                        PathShifts.between(old, now),
                        GuardShifts.between(old, now))
                .flatMap(List::stream)
                .sorted()
                .toList();
        List<EventChange> events = Stream.concat(
                        EventChanges.between(old, now).stream(),
                        SchemaChanges.between(before.schemas(), after.schemas()).stream())
                .sorted()
                .toList();
        Map<String, CostDifference> costs = costs(old, now, prices);
        List<Effect> effects = Stream.of(
                        new Effects(changes, now).stream(),
                        shifts.stream().map(Difference::effect),
                        events.stream().map(Difference::effect),
                        AddonChange.between(old, now).stream().map(Difference::effect),
                        costs.entrySet().stream().flatMap(cost -> CostEffects.of(cost.getKey(), cost.getValue())),
                        OtherFiles.between(old, now))
                .flatMap(each -> each)
                .sorted()
                .toList();
        return new Difference(before, after, changes, shifts, events, costs, topologies(old, now), effects);
    }

    private static Effect effect(Shift shift) {
        return new Effect(Detection.of(shift), shift.place(), shift.subject(), shift.detail(), shift.isGrave());
    }

    private static Effect effect(AddonChange change) {
        return new Effect(Detection.ADDON_CHANGED, change.environment(), change.name(), change.what(), false);
    }

    private static Effect effect(EventChange change) {
        boolean isSchema = change.environment().isEmpty();
        Detection detection = change.isBreaking()
                ? isSchema ? Detection.SCHEMA_BROKEN : Detection.EVENT_BROKEN
                : isSchema ? Detection.SCHEMA_CHANGED : Detection.EVENT_CHANGED;
        return new Effect(detection, change.environment(), change.topic(), change.what(), false);
    }

    private static Map<String, CostDifference> costs(Synthesis before, Synthesis after, Prices prices) {
        Map<String, CostDifference> all = new TreeMap<>();
        Stream.of(before, after)
                .flatMap(side -> Stream.concat(
                        side.environments().stream(), side.templates().stream().map(Template::stage)))
                .distinct()
                .forEach(stage -> all.put(
                        stage,
                        CostDifference.between(Estimate.of(before, stage, prices), Estimate.of(after, stage, prices))));
        all.values().removeIf(CostDifference::isNothing);
        return all;
    }

    private static Map<String, TopologyChange> topologies(Synthesis before, Synthesis after) {
        Set<String> environments = new TreeSet<>(before.environments());
        environments.addAll(after.environments());
        Map<String, TopologyChange> all = new TreeMap<>();
        environments.forEach(environment ->
                TopologyChange.between(before, after, environment).ifPresent(change -> all.put(environment, change)));
        return all;
    }

    /** Those of one danger. */
    public List<Effect> effects(Danger danger) {
        return effects.stream()
                .filter(effect -> effect.detection().danger() == danger)
                .toList();
    }

    /** Whether nothing that is deployed differs. */
    public boolean isNothing() {
        return effects.isEmpty();
    }
}
