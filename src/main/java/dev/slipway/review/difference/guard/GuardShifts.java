package dev.slipway.review.difference.guard;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.difference.shift.Direction;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.difference.shift.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Protections that are weaker than before, or stronger: against deletion, of data at rest and in transit, of backups, of pods.
 *
 * <pre>{@code
 * GuardShifts.between(before, after)   // + prod protection: Instance in prod/database → DeletionProtection → true to false
 * }</pre>
 */
public final class GuardShifts {
    private final List<Shift> shifts = new ArrayList<>();

    private GuardShifts() {}

    /** All of them, widened, which here is weaker, first. */
    public static List<Shift> between(Synthesis before, Synthesis after) {
        GuardShifts guards = new GuardShifts();
        Map<String, Resource> resources = resources(before);
        resources(after).forEach((name, now) -> {
            Resource old = resources.get(name);
            if (old != null && old.type().equals(now.type())) {
                guards.compare(old, now);
            }
        });
        Map<String, Manifest> objects = objects(before);
        Map<String, Manifest> there = objects(after);
        there.forEach((name, now) -> {
            Manifest old = objects.get(name);
            if (old != null) {
                guards.compare(old, now);
            }
        });
        objects.forEach((name, old) -> {
            if (old.kind().equals("PodDisruptionBudget") && !there.containsKey(name)) {
                guards.add(
                        Direction.WIDENED,
                        old.environment(),
                        "pods of " + old.name(),
                        "budget of disruptions",
                        "is gone",
                        false);
            }
        });
        return guards.shifts.stream().sorted().toList();
    }

    private static Map<String, Resource> resources(Synthesis side) {
        Map<String, Resource> all = new TreeMap<>();
        for (Template template : side.templates()) {
            template.resources().forEach(resource -> all.put(template.path() + "/" + resource.id(), resource));
        }
        return all;
    }

    private static Map<String, Manifest> objects(Synthesis side) {
        Map<String, Manifest> all = new TreeMap<>();
        side.environments().forEach(environment -> side.manifests(environment)
                .forEach(object -> all.put(
                        "%s %s %s/%s".formatted(environment, object.kind(), object.namespace(), object.name()),
                        object)));
        return all;
    }

    private void compare(Resource old, Resource now) {
        for (Guard guard : Guard.ALL) {
            if (guard.type().isEmpty() || guard.type().equals(now.type())) {
                Tree before = at(old.tree(), guard.path());
                Tree after = at(now.tree(), guard.path());
                double change = guard.rank().of(after) - guard.rank().of(before);
                if (change != 0) {
                    add(
                            change < 0 ? Direction.WIDENED : Direction.NARROWED,
                            now.template().stage(),
                            "%s in %s".formatted(now.id(), now.template().path()),
                            guard.path().replace("Properties.", "").replace('#', '.'),
                            shown(before) + " to " + shown(after),
                            guard.isGrave());
                }
            }
        }
    }

    /** A name with dots in it stands behind a hash. */
    private static Tree at(Tree tree, String path) {
        String[] parts = path.split("#", 2);
        Tree parent = tree.at(parts[0]);
        return parts.length == 2 ? parent.get(parts[1]) : parent;
    }

    private static String shown(Tree value) {
        return value.exists() ? value.toString().replace("\"", "") : "nothing";
    }

    private void compare(Manifest old, Manifest now) {
        Map<String, Double> before = new PodGuards(old).ranks();
        new PodGuards(now).ranks().forEach((what, rank) -> {
            double change = rank - before.getOrDefault(what, rank);
            if (change != 0) {
                boolean isWeaker = change < 0;
                boolean isGrave = what.matches("no host.*|not privileged.*|no capabilities added.*|enforced.*");
                add(
                        isWeaker ? Direction.WIDENED : Direction.NARROWED,
                        now.environment(),
                        now.kind() + " " + now.name(),
                        what,
                        isWeaker ? "no longer holds" : "now holds",
                        isGrave);
            }
        });
    }

    private void add(Direction direction, String place, String subject, String what, String change, boolean isGrave) {
        shifts.add(new Shift(
                direction,
                Kind.PROTECTION,
                place,
                subject,
                List.of(what),
                List.of(change),
                "",
                isGrave && direction == Direction.WIDENED));
    }
}
