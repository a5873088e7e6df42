package dev.slipway.review.difference;

import dev.slipway.review.Synthesis;
import dev.slipway.review.change.Changes;
import dev.slipway.review.change.ObjectChange;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.change.Retention;
import dev.slipway.review.specification.Replacement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the changes of resources and objects do, in words. */
final class Effects {
    private static final List<String> HOLD_VOLUMES = List.of("PersistentVolumeClaim", "PersistentVolume", "Namespace");

    private final Changes changes;
    private final Set<String> stacks;

    Effects(Changes changes, Synthesis after) {
        this.changes = changes;
        this.stacks =
                after.templates().stream().map(template -> template.path()).collect(Collectors.toSet());
    }

    Stream<Effect> stream() {
        return Stream.of(
                        abandoned(),
                        changes.resources().stream()
                                .filter(change -> stacks.contains(change.stack()))
                                .map(Effects::of),
                        changes.objects().stream().flatMap(Effects::of))
                .flatMap(each -> each);
    }

    /** CloudFormation knows nothing of a model: a stack that is no longer in it stays. */
    private Stream<Effect> abandoned() {
        Map<String, List<ResourceChange>> gone = changes.resources().stream()
                .filter(change -> !stacks.contains(change.stack()))
                .collect(Collectors.groupingBy(ResourceChange::stack, TreeMap::new, Collectors.toList()));
        return gone.entrySet().stream().map(stack -> {
            long holding =
                    stack.getValue().stream().filter(ResourceChange::isStateful).count();
            return new Effect(
                    Detection.STACK_ABANDONED,
                    stack.getKey(),
                    "the stack",
                    "is no longer in the model; its %s resources, %s of them with data, run and cost on until it is destroyed"
                            .formatted(stack.getValue().size(), holding),
                    holding > 0);
        });
    }

    private static Effect of(ResourceChange change) {
        return new Effect(
                detection(change), change.stack(), change.type() + " " + change.id(), what(change), isGrave(change));
    }

    private static boolean isGrave(ResourceChange change) {
        return change.isStateful() && change.retention() == Retention.DELETED;
    }

    private static Detection detection(ResourceChange change) {
        boolean isKept = change.retention() != Retention.DELETED;
        return switch (change.kind()) {
            case ADDED -> Detection.RESOURCE_ADDED;
            case CHANGED -> Detection.RESOURCE_CHANGED;
            case MAY_BE_REPLACED -> change.isStateful() ? Detection.DATA_AT_RISK : Detection.RESOURCE_AT_RISK;
            case REPLACED ->
                !change.isStateful() ? Detection.RESOURCE_REPLACED : isKept ? Detection.DATA_LEFT : Detection.DATA_LOST;
            case REMOVED ->
                !change.isStateful() ? Detection.RESOURCE_REMOVED : isKept ? Detection.DATA_LEFT : Detection.DATA_LOST;
        };
    }

    private static String what(ResourceChange change) {
        String fate =
                switch (change.retention()) {
                    case DELETED -> change.isStateful() ? ", and deleted with all it holds" : "";
                    case SNAPSHOT -> ", and deleted after a snapshot of it";
                    case RETAINED -> ", and the old one stays in the account, managed by nobody";
                };
        return switch (change.kind()) {
            case ADDED -> "is added";
            case CHANGED -> "is updated in place: " + names(change, Replacement.NEVER);
            case MAY_BE_REPLACED -> "may be replaced, because of " + names(change, Replacement.MAYBE) + fate;
            case REPLACED -> "is replaced, because of " + names(change, Replacement.ALWAYS) + fate;
            case REMOVED -> "is removed" + fate;
        };
    }

    private static String names(ResourceChange change, Replacement least) {
        return change.properties().stream()
                .filter(property -> property.replacement().compareTo(least) >= 0)
                .map(property -> least == Replacement.NEVER ? property.path() : property.path() + values(property))
                .collect(Collectors.joining(", "));
    }

    private static String values(PropertyChange property) {
        return property.isByReference()
                ? " (what it refers to is another)"
                : " (%s → %s)".formatted(Values.brief(property.before()), Values.brief(property.after()));
    }

    private static Stream<Effect> of(ObjectChange change) {
        String subject = change.kind() + " " + change.name();
        Stream<Effect> refused = change.immutable().stream()
                .map(finding -> new Effect(
                        Detection.OBJECT_REFUSED,
                        change.environment(),
                        subject,
                        finding.field() + " " + finding.what(),
                        false));
        Stream<Effect> restarted = change.restartsPods()
                        && change.before().isPresent()
                        && change.after().isPresent()
                ? Stream.of(new Effect(
                        Detection.PODS_RESTARTED,
                        change.environment(),
                        subject,
                        "replaces its pods: " + paths(change),
                        false))
                : Stream.empty();
        boolean isToldAlready = change.restartsPods()
                && change.after().isPresent()
                && change.before().isPresent();
        return Stream.of(refused, restarted, isToldAlready ? Stream.<Effect>empty() : Stream.of(plain(change, subject)))
                .flatMap(each -> each);
    }

    private static Effect plain(ObjectChange change, String subject) {
        Detection detection =
                switch (change.change()) {
                    case ADDED -> Detection.OBJECT_ADDED;
                    case REMOVED ->
                        HOLD_VOLUMES.contains(change.kind()) ? Detection.VOLUME_LOST : Detection.OBJECT_REMOVED;
                    case CHANGED, REPLACED, MAY_BE_REPLACED -> Detection.OBJECT_CHANGED;
                };
        String what =
                switch (change.change()) {
                    case ADDED -> "is added";
                    case REMOVED -> "is removed";
                    case CHANGED, REPLACED, MAY_BE_REPLACED -> "is updated: " + paths(change);
                };
        return new Effect(detection, change.environment(), subject, what, false);
    }

    private static String paths(ObjectChange change) {
        return change.fields().stream().map(field -> field.path()).collect(Collectors.joining(", "));
    }
}
