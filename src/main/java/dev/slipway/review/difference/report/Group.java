package dev.slipway.review.difference.report;

import dev.slipway.review.difference.Detection;
import dev.slipway.review.difference.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Effects that say the same of several things. */
record Group(Detection detection, String place, List<String> subjects, String what) {
    private static final int MOST_NAMED = 6;

    static List<Group> of(List<Effect> effects) {
        Map<List<Object>, List<Effect>> groups = new LinkedHashMap<>();
        effects.forEach(effect -> groups.computeIfAbsent(
                        List.of(effect.detection(), effect.isGrave(), effect.place(), effect.what()),
                        none -> new ArrayList<>())
                .add(effect));
        return groups.values().stream()
                .map(group -> new Group(
                        group.get(0).detection(),
                        group.get(0).place(),
                        group.stream().map(Effect::subject).toList(),
                        group.get(0).what()))
                .toList();
    }

    String text() {
        List<String> named = subjects.size() > MOST_NAMED ? subjects.subList(0, MOST_NAMED - 1) : subjects;
        int left = subjects.size() - named.size();
        String all = String.join(", ", named) + (left > 0 ? " and %s more".formatted(left) : "");
        return (place.isEmpty() ? "" : place + "  ") + all + ": " + what;
    }
}
