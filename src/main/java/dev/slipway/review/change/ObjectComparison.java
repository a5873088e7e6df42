package dev.slipway.review.change;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.change.field.Differences;
import dev.slipway.review.change.field.KubernetesLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the Kubernetes objects of two snapshots, environment by environment. */
final class ObjectComparison {
    private static final List<String> WORKLOADS = List.of("DaemonSet", "Deployment", "Rollout", "StatefulSet");
    private static final KubernetesLists LISTS = new KubernetesLists();

    private final List<ObjectChange> changes = new ArrayList<>();

    private ObjectComparison() {}

    static List<ObjectChange> between(Synthesis before, Synthesis after) {
        Set<String> environments = new LinkedHashSet<>(after.environments());
        environments.addAll(before.environments());
        ObjectComparison comparison = new ObjectComparison();
        environments.forEach(
                environment -> comparison.environment(before.manifests(environment), after.manifests(environment)));
        return comparison.changes;
    }

    private void environment(List<Manifest> before, List<Manifest> after) {
        Map<String, Manifest> old = byIdentity(before);
        Map<String, Manifest> now = byIdentity(after);
        Set<String> identities = new LinkedHashSet<>(now.keySet());
        identities.addAll(old.keySet());
        identities.forEach(
                identity -> object(Optional.ofNullable(old.get(identity)), Optional.ofNullable(now.get(identity))));
    }

    /** As the API server knows an object: the version of its group is no part of it. */
    private static Map<String, Manifest> byIdentity(List<Manifest> manifests) {
        Map<String, Manifest> objects = new LinkedHashMap<>();
        manifests.forEach(object -> {
            String version = object.at("apiVersion").text();
            String group = version.contains("/") ? version.split("/", 2)[0] : "";
            objects.put(String.join(" ", group, object.kind(), object.namespace(), object.name()), object);
        });
        return objects;
    }

    private void object(Optional<Manifest> before, Optional<Manifest> after) {
        Manifest object = after.or(() -> before).orElseThrow();
        boolean isKept = before.isPresent() && after.isPresent();
        List<FieldChange> fields = isKept ? fields(before.get(), after.get()) : List.of();
        if (isKept && fields.isEmpty()) {
            return;
        }
        changes.add(new ObjectChange(
                object.environment(),
                object.kind(),
                object.namespace(),
                object.name(),
                before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED,
                fields,
                isKept && restartsPods(before.get(), after.get()),
                isKept ? ImmutableFields.changed(before.get(), after.get()).toList() : List.of(),
                before,
                after));
    }

    private static List<FieldChange> fields(Manifest before, Manifest after) {
        return Differences.between(before.tree(), after.tree(), LISTS).stream()
                .map(difference -> new FieldChange(difference.path(), difference.before(), difference.after()))
                .toList();
    }

    /** Controllers compare whole templates: an annotation restarts pods as an image does, the number of replicas does not. */
    private static boolean restartsPods(Manifest before, Manifest after) {
        boolean isOnDelete = after.at("spec.updateStrategy.type").text().equals("OnDelete");
        return WORKLOADS.contains(after.kind())
                && !isOnDelete
                && !before.at("spec.template").equals(after.at("spec.template"));
    }
}
