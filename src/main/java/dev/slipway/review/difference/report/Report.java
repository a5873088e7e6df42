package dev.slipway.review.difference.report;

import dev.slipway.review.difference.Danger;
import dev.slipway.review.difference.Difference;
import dev.slipway.review.difference.Effect;
import dev.slipway.review.difference.topology.TopologyChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is said of a difference, in the order in which it is read: whether it is refused, what is dangerous, then all of it.
 *
 * <pre>{@code
 * Report report = Report.of(difference, Refusals.parse("data,widening").of(difference));
 * report.isRefused()
 * }</pre>
 *
 * @param before name of the one side
 * @param after name of the other
 * @param refused why, a line for each reason; none where it is fine
 * @param counts {@code loses data (1), opens something (3)}
 * @param dangers what is dangerous, by danger
 * @param details everything, by what it is about
 * @param topologies by environment, where they differ
 */
public record Report(
        String before,
        String after,
        List<String> refused,
        String counts,
        List<Section> dangers,
        List<Section> details,
        Map<String, TopologyChange> topologies) {

    public static Report of(Difference difference, List<String> refused) {
        List<Section> dangers = Arrays.stream(Danger.values())
                .filter(danger -> danger != Danger.CHANGES)
                .map(danger -> dangerous(danger, difference.effects(danger)))
                .filter(section -> !section.isEmpty())
                .toList();
        List<Section> details = new ArrayList<>(List.of(
                Planes.resources(difference.changes()),
                Planes.objects(difference.changes()),
                Paths.shifts(difference.shifts()),
                Paths.events(difference.events()),
                Costs.section(difference.costs()),
                Paths.others(difference.effects())));
        details.removeIf(Section::isEmpty);
        return new Report(
                difference.before().name(),
                difference.after().name(),
                List.copyOf(refused),
                counts(difference),
                dangers,
                details,
                difference.topologies());
    }

    public boolean isRefused() {
        return !refused.isEmpty();
    }

    /** {@code refused}, {@code nothing changes}, or what it comes to. */
    public String verdict() {
        if (isRefused()) {
            return "Refused";
        }
        return counts.isEmpty() ? "Nothing changes" : "Fine";
    }

    private static String counts(Difference difference) {
        return Arrays.stream(Danger.values())
                .filter(danger -> !difference.effects(danger).isEmpty())
                .map(danger -> "%s (%s)"
                        .formatted(danger.words(), difference.effects(danger).size()))
                .collect(Collectors.joining(", "));
    }

    private static Section dangerous(Danger danger, List<Effect> effects) {
        List<Group> groups = Group.of(effects);
        List<Line> lines = new ArrayList<>();
        String last = "";
        for (Group group : groups) {
            if (!group.detection().id().equals(last)) {
                last = group.detection().id();
                lines.add(Line.of("%s: %s".formatted(last, group.detection().what())));
            }
            lines.add(new Line(Mark.DANGER, 1, group.text()));
        }
        String title = danger.words().substring(0, 1).toUpperCase(Locale.ROOT)
                + danger.words().substring(1);
        return new Section(title, String.valueOf(effects.size()), lines);
    }
}
