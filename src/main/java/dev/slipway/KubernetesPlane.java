package dev.slipway;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.render.helm.AddonFiles;
import dev.slipway.render.kubernetes.ManifestFiles;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import dev.slipway.workload.Workloads;
import java.util.Map;
import java.util.TreeMap;

/** Renders plans as Kubernetes manifests, a file for each service and one for what they share, and the files of add-ons. */
final class KubernetesPlane {
    private KubernetesPlane() {}

    /** The text of each file by its path below {@code dist/}: {@code dev/order.k8s.yaml}. */
    static Map<String, String> render(Plan plan) {
        ClassPathCheck.verify();
        Map<String, String> files = new TreeMap<>();
        plan.environments().forEach(environment -> files.putAll(environment(environment)));
        return files;
    }

    private static Map<String, String> environment(EnvironmentPlan plan) {
        Manifests manifests = new Manifests(plan);
        plan.place().choices().stream()
                .filter(RunsInCluster.class::isInstance)
                .forEach(choice -> ((RunsInCluster) choice).deploy(manifests));
        Workloads.deploy(manifests);
        Map<String, String> files = new TreeMap<>(ManifestFiles.of(manifests));
        files.putAll(AddonFiles.of(plan));
        return files;
    }
}
