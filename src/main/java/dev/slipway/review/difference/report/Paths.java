package dev.slipway.review.difference.report;

import dev.slipway.review.difference.Detection;
import dev.slipway.review.difference.Effect;
import dev.slipway.review.difference.event.EventChange;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.difference.shift.Shift;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Permissions, paths and protections; events; and what belongs nowhere else. */
final class Paths {
    private static final List<Detection> OTHERS = List.of(Detection.ADDON_CHANGED, Detection.FILE_CHANGED);

    private Paths() {}

    static Section shifts(List<Shift> shifts) {
        Map<Kind, List<Shift>> kinds = shifts.stream()
                .collect(Collectors.groupingBy(Shift::kind, () -> new EnumMap<>(Kind.class), Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        kinds.forEach((kind, all) -> {
            lines.add(Line.of(kind.words()));
            grouped(all)
                    .forEach((first, subjects) -> lines.add(new Line(
                            first.isWidened() ? Mark.ADDED : Mark.REMOVED,
                            1,
                            "%s  %s → %s".formatted(first.place(), String.join(", ", subjects), first.detail()))));
        });
        long widened = shifts.stream().filter(Shift::isWidened).count();
        String summary = "%s widened, %s narrowed".formatted(widened, shifts.size() - widened);
        return new Section("Permissions, paths and protections", summary, lines);
    }

    /** Those that say the same of several subjects, by the first of them. */
    private static Map<Shift, List<String>> grouped(List<Shift> shifts) {
        Map<String, Shift> firsts = new LinkedHashMap<>();
        Map<Shift, List<String>> groups = new LinkedHashMap<>();
        for (Shift shift : shifts) {
            String key = "%s %s %s".formatted(shift.direction(), shift.place(), shift.detail());
            Shift first = firsts.computeIfAbsent(key, none -> shift);
            groups.computeIfAbsent(first, none -> new ArrayList<>()).add(shift.subject());
        }
        return groups;
    }

    static Section events(List<EventChange> events) {
        List<Line> lines = events.stream()
                .map(change -> new Line(change.isBreaking() ? Mark.DANGER : Mark.CHANGED, 0, change.toString()))
                .toList();
        long breaking = events.stream().filter(EventChange::isBreaking).count();
        return new Section("Events", "%s, %s of them breaking".formatted(events.size(), breaking), lines);
    }

    static Section others(List<Effect> effects) {
        List<Line> lines = effects.stream()
                .filter(effect -> OTHERS.contains(effect.detection()))
                .map(effect -> new Line(
                        Mark.CHANGED, 0, (effect.place() + "  " + effect.subject() + ": " + effect.what()).strip()))
                .toList();
        return new Section("Add-ons and other files", String.valueOf(lines.size()), lines);
    }
}
