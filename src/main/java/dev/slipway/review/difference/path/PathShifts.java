package dev.slipway.review.difference.path;

import dev.slipway.review.Synthesis;
import dev.slipway.review.difference.shift.Direction;
import dev.slipway.review.difference.shift.Merge;
import dev.slipway.review.difference.shift.Shift;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Paths of the network that opened or closed: by security groups, by network policies, and from outside.
 *
 * <pre>{@code
 * PathShifts.between(before, after)   // + prod network policy: pods of order → accept TCP 8080 → from pods payment
 * }</pre>
 */
public final class PathShifts {
    private PathShifts() {}

    /** All of them, widened first. */
    public static List<Shift> between(Synthesis before, Synthesis after) {
        Set<String> environments = new TreeSet<>(before.environments());
        environments.addAll(after.environments());
        List<Shift> all = new ArrayList<>();
        paths(SecurityGroups.of(before, before, after), SecurityGroups.of(after, before, after), all);
        List<Exposed> old = new ArrayList<>(AwsExposure.of(before, after).toList());
        List<Exposed> now = new ArrayList<>(AwsExposure.of(after, before).toList());
        for (String environment : environments) {
            paths(NetworkPolicies.of(before, environment), NetworkPolicies.of(after, environment), all);
            ClusterExposure.of(before, environment).forEach(old::add);
            ClusterExposure.of(after, environment).forEach(now::add);
        }
        exposed(old, now, Direction.WIDENED, all);
        exposed(now, old, Direction.NARROWED, all);
        return Merge.of(all.stream());
    }

    private static void paths(Stream<Path> before, Stream<Path> after, List<Shift> all) {
        Set<Path> old = before.collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Path> now = after.collect(Collectors.toCollection(LinkedHashSet::new));
        now.stream()
                .filter(path -> !old.contains(path) && old.stream().noneMatch(known -> known.covers(path)))
                .forEach(path -> all.add(path.shift(Direction.WIDENED)));
        old.stream()
                .filter(path -> !now.contains(path) && now.stream().noneMatch(known -> known.covers(path)))
                .forEach(path -> all.add(path.shift(Direction.NARROWED)));
    }

    private static void exposed(List<Exposed> less, List<Exposed> more, Direction direction, List<Shift> all) {
        more.stream()
                .distinct()
                .filter(one -> less.stream().noneMatch(other -> other.covers(one)))
                .forEach(one -> all.add(one.shift(direction)));
    }
}
