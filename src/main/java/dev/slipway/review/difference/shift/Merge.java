package dev.slipway.review.difference.shift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts shifts that differ in one thing alone into one: the actions on a resource, then the resources of the same actions. */
public final class Merge {
    private Merge() {}

    /** The same, in fewer and sorted. */
    public static List<Shift> of(Stream<Shift> shifts) {
        List<Shift> byObject = merged(shifts, shift -> with(shift, List.of(), shift.objects()));
        return merged(byObject.stream(), shift -> with(shift, shift.actions(), List.of())).stream()
                .sorted()
                .toList();
    }

    private static List<Shift> merged(Stream<Shift> shifts, Function<Shift, Shift> key) {
        Map<Shift, List<Shift>> groups = new LinkedHashMap<>();
        shifts.forEach(shift -> groups.computeIfAbsent(key.apply(shift), none -> new ArrayList<>())
                .add(shift));
        return groups.values().stream().map(Merge::one).toList();
    }

    private static Shift one(List<Shift> group) {
        return with(group.get(0), all(group, Shift::actions), all(group, Shift::objects));
    }

    private static List<String> all(List<Shift> group, Function<Shift, List<String>> texts) {
        return List.copyOf(new TreeSet<>(
                group.stream().flatMap(shift -> texts.apply(shift).stream()).toList()));
    }

    private static Shift with(Shift shift, List<String> actions, List<String> objects) {
        return new Shift(
                shift.direction(),
                shift.kind(),
                shift.place(),
                shift.subject(),
                actions,
                objects,
                shift.condition(),
                shift.isGrave());
    }
}
