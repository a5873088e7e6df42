package dev.slipway;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.render.custom.Customization;
import dev.slipway.render.custom.CustomizedCharts;
import dev.slipway.render.helm.AddonFiles;
import dev.slipway.render.kubernetes.ManifestFiles;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import dev.slipway.render.topology.TopologyFile;
import dev.slipway.workload.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cdk8s.Chart;

/** Renders plans as Kubernetes manifests, a file for each service and one for what they share, the files of add-ons and the topology. */
final class KubernetesPlane {
    private KubernetesPlane() {}

    /** The text of each file by its path below {@code dist/}: {@code dev/order.k8s.yaml}. */
    static Map<String, String> render(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> files = render(plan, problems);
        new Plan(plan.platform(), plan.environments(), problems).verify();
        return files;
    }

    /** The same; adds what is wrong with its customization to the problems. */
    static Map<String, String> render(Plan plan, List<Problem> problems) {
        ClassPathCheck.verify();
        List<Manifests> all =
                plan.environments().stream().map(KubernetesPlane::environment).toList();
        Map<String, Chart> charts = new LinkedHashMap<>();
        all.forEach(manifests -> manifests
                .charts()
                .forEach((name, chart) -> charts.put(manifests.plan().name() + "/" + name, chart)));
        CustomizedCharts customized = CustomizedCharts.of(Customization.of(plan), charts);
        problems.addAll(customized.problems());
        Map<String, String> files = new TreeMap<>();
        for (Manifests manifests : all) {
            files.putAll(ManifestFiles.of(manifests, customized::patched));
            files.putAll(AddonFiles.of(manifests.plan()));
            files.putAll(TopologyFile.of(manifests.plan(), manifests.contributions()));
        }
        return files;
    }

    private static Manifests environment(EnvironmentPlan plan) {
        Manifests manifests = new Manifests(plan);
        plan.place().choices().stream()
                .filter(RunsInCluster.class::isInstance)
                .forEach(choice -> manifests.deploy((RunsInCluster) choice, choice));
        Workloads.deploy(manifests);
        return manifests;
    }
}
