package dev.slipway.verify.cluster;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.verify.Drift;
import dev.slipway.verify.Findings;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Shown;
import dev.slipway.verify.Verification;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Kubernetes plane of an environment: {@code new ClusterVerification(cluster, "ordering").of(synthesis, "dev")}.
 *
 * @param platform its name, by which objects are labelled
 */
public record ClusterVerification(LiveObjects cluster, String platform) {
    /** Looked through for what is left over, beside the kinds that the environment declares now. */
    private static final List<Kind> USUAL = List.of(
            new Kind("v1", "Service"),
            new Kind("v1", "ConfigMap"),
            new Kind("v1", "ServiceAccount"),
            new Kind("apps/v1", "Deployment"),
            new Kind("apps/v1", "StatefulSet"),
            new Kind("batch/v1", "CronJob"),
            new Kind("networking.k8s.io/v1", "Ingress"),
            new Kind("networking.k8s.io/v1", "NetworkPolicy"),
            new Kind("rbac.authorization.k8s.io/v1", "Role"),
            new Kind("rbac.authorization.k8s.io/v1", "RoleBinding"));

    private static final String JOB = "Job";
    private static final String DEPLOYMENT = "Deployment";

    private record Kind(String apiVersion, String name) {}

    /** Every object that is declared, and what carries our labels and is not. */
    public Verification of(Synthesis synthesis, String environment) {
        Findings findings = new Findings();
        try {
            Map<String, Tree> live = new LinkedHashMap<>();
            List<Manifest> declared = synthesis.manifests(environment);
            for (Kind kind : kinds(declared, findings)) {
                for (String namespace : namespaces(declared)) {
                    cluster.list(kind.apiVersion(), kind.name(), namespace)
                            .forEach(object -> live.put(shown(kind.name(), object), object));
                }
            }
            declared.stream()
                    .filter(manifest -> cluster.serves(manifest.at("apiVersion").text(), manifest.kind()))
                    .forEach(manifest -> compare(manifest, live, findings));
            leftOver(synthesis, live, findings);
        } catch (UnreachableException e) {
            findings.failure("The cluster cannot be asked: " + e.getMessage());
        }
        return findings.done();
    }

    private Set<Kind> kinds(List<Manifest> declared, Findings findings) {
        Set<Kind> all = declared.stream()
                .map(each -> new Kind(each.at("apiVersion").text(), each.kind()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        all.stream()
                .filter(kind -> !cluster.serves(kind.apiVersion(), kind.name()))
                .forEach(kind -> findings.drift(
                        Drift.missing(Plane.KUBERNETES, "kind %s of %s".formatted(kind.name(), kind.apiVersion()))));
        all.addAll(USUAL);
        all.removeIf(kind -> !cluster.serves(kind.apiVersion(), kind.name()));
        return all;
    }

    private static Set<String> namespaces(List<Manifest> declared) {
        return declared.stream()
                .map(Manifest::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void compare(Manifest manifest, Map<String, Tree> all, Findings findings) {
        Tree live = all.get(shown(manifest.tree()));
        if (live == null) {
            if (!isGoneWhenDone(manifest)) {
                findings.drift(Drift.missing(Plane.KUBERNETES, shown(manifest.tree())));
            }
            return;
        }
        findings.compared(Declared.compare(
                manifest.tree(),
                live,
                (path, declared, there) -> findings.drift(new Drift(
                        Plane.KUBERNETES,
                        shown(manifest.tree()),
                        path,
                        Shown.of(path, declared),
                        Shown.of(path, there)))));
        if (manifest.kind().equals(DEPLOYMENT)) {
            rollout(manifest, live, findings);
        }
    }

    /** A job that is deleted some time after it has ended. */
    private static boolean isGoneWhenDone(Manifest manifest) {
        return manifest.kind().equals(JOB)
                && manifest.at("spec.ttlSecondsAfterFinished").exists();
    }

    /** Whether all pods are of the newest template. */
    private static void rollout(Manifest manifest, Tree live, Findings findings) {
        long pods = live.at("status.replicas").number().orElse(0L);
        long newest = live.at("status.updatedReplicas").number().orElse(0L);
        if (newest < pods) {
            findings.drift(new Drift(
                    Plane.KUBERNETES,
                    shown(manifest.tree()),
                    "status.updatedReplicas",
                    "%s, as many as there are pods".formatted(pods),
                    String.valueOf(newest)));
        }
    }

    /** In the namespaces of the environment; objects of the whole cluster might be those of another platform. */
    private void leftOver(Synthesis synthesis, Map<String, Tree> live, Findings findings) {
        Set<String> known = synthesis.environments().stream()
                .flatMap(each -> synthesis.manifests(each).stream())
                .map(manifest -> shown(manifest.tree()))
                .collect(Collectors.toSet());
        live.forEach((object, tree) -> {
            boolean isOwned = tree.at("metadata.ownerReferences.0").exists();
            boolean isNamespaced = tree.at("metadata.namespace").exists();
            if (isNamespaced && !isOwned && isOurs(tree) && !known.contains(object)) {
                findings.drift(Drift.extra(Plane.KUBERNETES, object));
            }
        });
    }

    private boolean isOurs(Tree object) {
        Tree labels = object.at("metadata.labels");
        return labels.get("app.kubernetes.io/managed-by").text().equals("slipway")
                && labels.get("app.kubernetes.io/part-of").text().equals(platform);
    }

    private static String shown(Tree object) {
        return shown(object.get("kind").text(), object);
    }

    /** An item of a list does not say its kind. */
    private static String shown(String kind, Tree object) {
        String namespace = object.at("metadata.namespace").text();
        String name = object.at("metadata.name").text();
        return "%s %s".formatted(kind, namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
