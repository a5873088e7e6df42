package dev.slipway.plan.addon;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with any add-on: by itself, and beside the others of its environment. */
final class AddonChecks {
    private AddonChecks() {}

    static Stream<Problem> of(Addon addon, Place place) {
        return Stream.of(name(addon), ChartChecks.of(addon, place), others(addon, place), requirements(addon, place))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> name(Addon addon) {
        return Syntax.isDnsLabel(addon.name())
                ? Stream.empty()
                : Stream.of(error(
                        "addon/name",
                        addon.origin(),
                        "The name (%s) of an add-on must be %s.".formatted(addon.name(), Syntax.DNS_LABEL_RULE),
                        "rename it: its values are written to a file of that name."));
    }

    /** Said of the later of two. */
    private static Stream<Problem> others(Addon addon, Place place) {
        List<Addon> earlier = Addons.chosen(place)
                .takeWhile(other -> !other.kind().equals(addon.kind()))
                .toList();
        HelmChart chart = addon.chart(place);
        Stream<Problem> names = earlier.stream()
                .filter(other -> other.name().equals(addon.name()))
                .map(other -> error(
                        "addon/name-taken",
                        addon.origin(),
                        "The name (%s) of add-on %s is that of add-on %s in environment %s too; their files would be one."
                                .formatted(addon.name(), simple(addon), simple(other), nameOf(place)),
                        "rename one of the two."));
        Stream<Problem> releases = earlier.stream()
                .filter(other -> isOneRelease(other.chart(place), chart))
                .map(other -> error(
                        "addon/release-taken",
                        addon.origin(),
                        "The release (%s) of add-on %s is that of add-on %s in namespace %s of environment %s too; Helm would replace one by the other."
                                .formatted(
                                        chart.release(), addon.name(), other.name(), chart.namespace(), nameOf(place)),
                        "give one of the two another release or namespace, such as HelmChart.release(\"%s-2\")."
                                .formatted(chart.release())));
        return Stream.concat(names, releases);
    }

    private static boolean isOneRelease(HelmChart one, HelmChart other) {
        return one.release().equals(other.release()) && one.namespace().equals(other.namespace());
    }

    private static Stream<Problem> requirements(Addon addon, Place place) {
        Stream<Problem> missing = addon.requires().stream()
                .filter(kind -> place.choices().stream()
                        .noneMatch(choice -> choice.kind().equals(kind)))
                .map(kind -> error(
                        "addon/requires",
                        addon.origin(),
                        "Add-on %s requires one (%s) that environment %s does not choose; it must be there."
                                .formatted(addon.name(), kind.getSimpleName(), nameOf(place)),
                        "choose it as well, or say preinstalled(..) of it where somebody else installs it."));
        boolean isInCircle = Addons.required(addon, place).contains(addon);
        return isInCircle
                ? Stream.of(error(
                        "addon/circle",
                        addon.origin(),
                        "Add-on %s requires itself (by way of %s) in environment %s; none of them could be installed first."
                                .formatted(addon.name(), circle(addon, place), nameOf(place)),
                        "remove one of them from requires()."))
                : missing;
    }

    private static String circle(Addon addon, Place place) {
        return String.join(
                ", ", Addons.required(addon, place).stream().map(Addon::name).toList());
    }

    private static String nameOf(Place place) {
        return place.environment().name();
    }

    private static String simple(Addon addon) {
        return addon.getClass().getSimpleName();
    }
}
