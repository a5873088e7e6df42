package dev.slipway.review.difference.permission;

import dev.slipway.review.Synthesis;
import dev.slipway.review.difference.shift.Direction;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.difference.shift.Merge;
import dev.slipway.review.difference.shift.Shift;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What IAM allows that it did not, or no longer does. Statements are compared by what they mean: neither their order nor how they
 * are parted counts, and an action that a wildcard has covered before is not new.
 *
 * <pre>{@code
 * PermissionShifts.between(before, after)   // + prod IAM policy: role ordering.prod.order → s3:DeleteObject → objects receipts/*
 * }</pre>
 */
public final class PermissionShifts {
    private final ReadableName readable;
    private final Map<Holder, List<Permission>> before;
    private final Map<Holder, List<Permission>> after;

    private PermissionShifts(Synthesis before, Synthesis after) {
        this.readable = new ReadableName(before, after);
        this.before = new Policies(before).holders();
        this.after = new Policies(after).holders();
    }

    /** All of them, widened first. */
    public static List<Shift> between(Synthesis before, Synthesis after) {
        PermissionShifts shifts = new PermissionShifts(before, after);
        Set<Holder> holders = new TreeSet<>(Comparator.comparing(Holder::toString));
        holders.addAll(shifts.before.keySet());
        holders.addAll(shifts.after.keySet());
        return Merge.of(holders.stream().flatMap(shifts::of));
    }

    private Stream<Shift> of(Holder holder) {
        List<Permission> old = before.getOrDefault(holder, List.of());
        List<Permission> now = after.getOrDefault(holder, List.of());
        return Stream.concat(
                gained(old, now, after.containsKey(holder)).map(gain -> shift(Direction.WIDENED, holder, gain)),
                gained(now, old, before.containsKey(holder)).map(loss -> shift(Direction.NARROWED, holder, loss)));
    }

    /** What the one allows and the other does not, and what only the other denies while there still is somebody to deny it to. */
    private static Stream<Permission> gained(List<Permission> less, List<Permission> more, boolean exists) {
        Set<Permission> kept = new HashSet<>(less);
        Stream<Permission> allowed = more.stream()
                .filter(one -> one.isAllow() && !kept.contains(one))
                .filter(one -> more.stream().noneMatch(other -> other.forbids(one)))
                .filter(one -> less.stream().noneMatch(other -> other.covers(one)));
        Stream<Permission> undenied = less.stream()
                .filter(one -> exists && !one.isAllow())
                .filter(one -> more.stream().noneMatch(other -> other.covers(one)));
        return Stream.concat(allowed, undenied).distinct();
    }

    private Shift shift(Direction direction, Holder holder, Permission permission) {
        String who = readable.principal(permission.principals());
        boolean isOwn = holder.kind() == Kind.IAM;
        return new Shift(
                direction,
                holder.kind(),
                holder.place(),
                (isOwn ? holder.name() + added(direction, holder) : who) + denied(direction, permission),
                List.of(permission.actions().text()),
                List.of(object(holder, permission)),
                permission.conditions().text(),
                direction == Direction.WIDENED && isGrave(holder, permission));
    }

    /** What a role may act on, and else the thing whose policy it is, or the part of it that is named. */
    private String object(Holder holder, Permission permission) {
        String object = readable.objects(permission.resources());
        if (holder.kind() == Kind.IAM) {
            return object;
        }
        String part = object.replace(holder.name(), "");
        boolean isWhole = permission.resources().isEverything() || part.isEmpty();
        return isWhole ? holder.name() : holder.name() + (part.startsWith("/") ? part : ", " + object);
    }

    private static String denied(Direction direction, Permission permission) {
        if (permission.isAllow()) {
            return "";
        }
        return direction == Direction.WIDENED ? " (no longer denied)" : " (denied)";
    }

    private String added(Direction direction, Holder holder) {
        if (direction == Direction.WIDENED) {
            return before.containsKey(holder) ? "" : " (new)";
        }
        return after.containsKey(holder) ? "" : " (gone)";
    }

    private static boolean isGrave(Holder holder, Permission permission) {
        boolean isAdministrator = permission.actions().text().matches("all of .*(Admin|FullAccess|PowerUser).*");
        if (holder.kind() == Kind.IAM) {
            return (permission.isGrave() && permission.isAllow() && isBroad(permission)) || isAdministrator;
        }
        boolean isAnybody = permission.principals().isEverything()
                || permission.principals().isNegated();
        return (permission.isAllow() && isAnybody && permission.conditions().isNone()) || isAdministrator;
    }

    private static boolean isBroad(Permission permission) {
        return permission.actions().isNegated() || permission.actions().text().endsWith("*");
    }
}
