package dev.slipway.review.difference.report;

import dev.slipway.review.difference.Detection;
import dev.slipway.review.difference.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Effects that say the same of several things. */
record Group(Detection detection, String place, List<String> subjects, String what) {
    private static final int MOST_NAMED = 6;

    static List<Group> of(List<Effect> effects) {
        Map<List<Object>, List<Effect>> groups = new LinkedHashMap<>();
        effects.forEach(effect -> groups.computeIfAbsent(
                        List.of(effect.detection(), effect.isGrave(), effect.place(), effect.what()),
                        none -> new ArrayList<>())
                .add(effect));
        return inPlaces(groups.values().stream()
                .map(group -> new Group(
                        group.get(0).detection(),
                        group.get(0).place(),
                        group.stream().map(Effect::subject).toList(),
                        group.get(0).what()))
                .toList());
    }

    /** What is the same in several environments, once. */
    private static List<Group> inPlaces(List<Group> all) {
        Map<List<Object>, List<Group>> groups = new LinkedHashMap<>();
        all.forEach(group -> groups.computeIfAbsent(
                        List.of(group.detection, group.subjects, group.what), none -> new ArrayList<>())
                .add(group));
        return groups.values().stream()
                .map(same -> new Group(
                        same.get(0).detection,
                        same.stream().map(Group::place).collect(Collectors.joining(", ")),
                        same.get(0).subjects,
                        same.get(0).what))
                .toList();
    }

    String text() {
        List<String> named = subjects.size() > MOST_NAMED ? subjects.subList(0, MOST_NAMED - 1) : subjects;
        int left = subjects.size() - named.size();
        String all = String.join(", ", named) + (left > 0 ? " and %s more".formatted(left) : "");
        return (place.isEmpty() ? "" : place + "  ") + all + ": " + what;
    }
}
