package dev.slipway.review.difference.rbac;

import dev.slipway.review.Synthesis;
import dev.slipway.review.difference.shift.Direction;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.difference.shift.Merge;
import dev.slipway.review.difference.shift.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody may do in a cluster that they could not before, or no longer may; by subject, whichever role it comes from.
 *
 * <pre>{@code
 * RbacShifts.between(before, after)   // + prod RBAC: service account ordering/order → get, list → secrets in namespace ordering
 * }</pre>
 */
public final class RbacShifts {
    private static final Set<String> EVERYBODY = new TreeSet<>(
            List.of("group system:authenticated", "group system:unauthenticated", "group system:serviceaccounts"));

    private RbacShifts() {}

    /** All of them, widened first. */
    public static List<Shift> between(Synthesis before, Synthesis after) {
        Set<String> environments = new TreeSet<>(before.environments());
        environments.addAll(after.environments());
        return Merge.of(environments.stream().flatMap(environment -> between(before, after, environment)));
    }

    private static Stream<Shift> between(Synthesis before, Synthesis after, String environment) {
        Map<Grants.Bound, List<Rule>> old = new Grants(before, environment).rules();
        Map<Grants.Bound, List<Rule>> now = new Grants(after, environment).rules();
        return Stream.concat(
                gained(old, now, environment, Direction.WIDENED), gained(now, old, environment, Direction.NARROWED));
    }

    private static Stream<Shift> gained(
            Map<Grants.Bound, List<Rule>> less,
            Map<Grants.Bound, List<Rule>> more,
            String environment,
            Direction direction) {
        return more.entrySet().stream().flatMap(entry -> {
            Grants.Bound bound = entry.getKey();
            List<Rule> had = covering(less, bound);
            return entry.getValue().stream()
                    .distinct()
                    .filter(rule -> had.stream().noneMatch(other -> other.covers(rule)))
                    .map(rule -> shift(bound, rule, environment, direction));
        });
    }

    /** What holds in the cluster holds in each namespace. */
    private static List<Rule> covering(Map<Grants.Bound, List<Rule>> rules, Grants.Bound bound) {
        List<Rule> all = new ArrayList<>(rules.getOrDefault(bound, List.of()));
        all.addAll(rules.getOrDefault(new Grants.Bound(bound.subject(), "the cluster"), List.of()));
        return all;
    }

    private static Shift shift(Grants.Bound bound, Rule rule, String environment, Direction direction) {
        boolean isGrave = rule.isGrave() || EVERYBODY.contains(bound.subject());
        return new Shift(
                direction,
                Kind.RBAC,
                environment,
                bound.subject(),
                List.of(rule.verb()),
                List.of(rule.object() + " in " + bound.scope()),
                "",
                direction == Direction.WIDENED && isGrave);
    }
}
