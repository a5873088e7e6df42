package dev.slipway.render.helm;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.Addons;
import dev.slipway.plan.addon.HelmChart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cdk8s.Yaml;

/** The files of an environment's add-ons: the values of each, a list of their charts, and what installs them. */
public final class AddonFiles {
    /** Below the folder of the environment. */
    private static final String FOLDER = "%s/addons/";

    private AddonFiles() {}

    /** The text of each file by its path: {@code dev/addons/external-secrets.values.yaml}. None without add-ons. */
    public static SortedMap<String, String> of(EnvironmentPlan plan) {
        SortedMap<String, String> files = new TreeMap<>();
        List<Addon> addons = Addons.of(plan.place());
        if (addons.isEmpty()) {
            return files;
        }
        String folder = FOLDER.formatted(plan.name());
        addons.forEach(addon -> files.put(
                folder + valuesFile(addon), yaml(addon.chart(plan.place()).values())));
        files.put(
                folder + "charts.yaml",
                yaml(Map.of(
                        "charts",
                        addons.stream()
                                .map(addon -> entry(addon, addon.chart(plan.place())))
                                .toList())));
        files.put(folder + "install.sh", Installer.of(plan.place(), addons));
        return files;
    }

    static String valuesFile(Addon addon) {
        return addon.name() + ".values.yaml";
    }

    private static Map<String, Object> entry(Addon addon, HelmChart chart) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", addon.name());
        entry.put("repository", chart.repository());
        entry.put("chart", chart.name());
        entry.put("version", chart.version());
        entry.put("namespace", chart.namespace());
        entry.put("release", chart.release());
        entry.put("values", valuesFile(addon));
        return entry;
    }

    private static String yaml(Map<String, ?> tree) {
        return Yaml.stringify(tree);
    }
}
