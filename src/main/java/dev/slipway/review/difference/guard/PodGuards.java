package dev.slipway.review.difference.guard;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What keeps the containers of a workload from the rest of their node: https://kubernetes.io/docs/concepts/security/pod-security-standards/. */
record PodGuards(Manifest workload) {
    private static final List<String> PROFILES = List.of("privileged", "baseline", "restricted");

    /** By what it is about, how well it protects, and whether others are in danger without it. */
    Map<String, Double> ranks() {
        Map<String, Double> ranks = new TreeMap<>();
        Tree pod = pod();
        if (pod.exists()) {
            ofPod(pod, ranks);
        }
        switch (workload.kind()) {
            case "Namespace" -> {
                String profile = workload.at("metadata.labels")
                        .get("pod-security.kubernetes.io/enforce")
                        .text();
                ranks.put("enforced pod security standard", (double) Math.max(0, PROFILES.indexOf(profile)));
            }
            case "Ingress" -> {
                Tree notes = workload.at("metadata.annotations");
                ranks.put(
                        "redirect to HTTPS",
                        rank(notes.get("alb.ingress.kubernetes.io/ssl-redirect").exists()));
                ranks.put("TLS certificate", rank(workload.at("spec.tls").exists()));
            }
            default -> {}
        }
        return ranks;
    }

    private Tree pod() {
        return switch (workload.kind()) {
            case "Deployment", "Rollout", "StatefulSet", "DaemonSet", "Job" -> workload.at("spec.template.spec");
            case "CronJob" -> workload.at("spec.jobTemplate.spec.template.spec");
            default -> Tree.NOTHING;
        };
    }

    private static void ofPod(Tree pod, Map<String, Double> ranks) {
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            ranks.put("no " + host, rank(!pod.get(host).isTrue()));
        }
        boolean hasToken = !pod.get("automountServiceAccountToken").text().equals("false");
        ranks.put("no token of the API server", rank(!hasToken));
        ranks.put("no hostPath volume", rank(pod.get("volumes").items().stream().noneMatch(v -> v.get("hostPath")
                .exists())));
        Tree ofPod = pod.get("securityContext");
        Stream.concat(pod.get("containers").items().stream(), pod.get("initContainers").items().stream())
                .forEach(container -> ofContainer(container, ofPod, ranks));
    }

    private static void ofContainer(Tree container, Tree ofPod, Map<String, Double> ranks) {
        Tree own = container.get("securityContext");
        String of = " in container " + container.get("name").text();
        Tree nonRoot = own.get("runAsNonRoot").exists() ? own.get("runAsNonRoot") : ofPod.get("runAsNonRoot");
        Tree profile = own.get("seccompProfile").exists() ? own.get("seccompProfile") : ofPod.get("seccompProfile");
        List<String> dropped = own.at("capabilities.drop").texts();
        ranks.put("not privileged" + of, rank(!own.get("privileged").isTrue()));
        ranks.put("runAsNonRoot" + of, rank(nonRoot.isTrue()));
        ranks.put(
                "no privilege escalation" + of,
                rank(own.get("allowPrivilegeEscalation").text().equals("false")));
        ranks.put(
                "readOnlyRootFilesystem" + of,
                rank(own.get("readOnlyRootFilesystem").isTrue()));
        ranks.put("capabilities dropped" + of, rank(dropped.contains("ALL")));
        ranks.put(
                "no capabilities added" + of,
                -1.0 * own.at("capabilities.add").items().size());
        ranks.put(
                "seccomp profile" + of,
                rank(profile.exists() && !profile.get("type").text().equals("Unconfined")));
    }

    private static double rank(boolean isProtected) {
        return isProtected ? 1 : 0;
    }
}
