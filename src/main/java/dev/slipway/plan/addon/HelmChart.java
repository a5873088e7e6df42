package dev.slipway.plan.addon;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A Helm chart of a fixed version, and how it is installed.
 *
 * <pre>{@code
 * HelmChart.of("oci://quay.io/jetstack/charts", "cert-manager", "v1.21.1")
 *     .namespace("cert-manager")
 *     .value("crds.enabled", true)
 * }</pre>
 *
 * @param repository URL of a chart repository, {@code https://...}, or of the folder in an OCI registry, {@code oci://...}
 * @param version exactly one
 * @param namespace by default as the chart is called
 * @param release what Helm calls the installation; by default as the chart is called
 * @param values a tree of maps, lists, texts, numbers and truth values
 */
public record HelmChart(
        String repository,
        String name,
        String version,
        String namespace,
        String release,
        SortedMap<String, Object> values) {
    private static final String OCI = "oci://";

    public HelmChart {
        values = Values.copyOf(values);
    }

    public static HelmChart of(String repository, String name, String version) {
        return new HelmChart(repository, name, version, name, name, Values.copyOf(Map.of()));
    }

    public HelmChart version(String newVersion) {
        return new HelmChart(repository, name, newVersion, namespace, release, values);
    }

    public HelmChart namespace(String newNamespace) {
        return new HelmChart(repository, name, version, newNamespace, release, values);
    }

    public HelmChart release(String newRelease) {
        return new HelmChart(repository, name, version, namespace, newRelease, values);
    }

    /**
     * A value by its path, keys parted by dots: {@code value("controller.replicas", 2)}. A dot within a key has a backslash
     * before it, as in Helm's {@code --set}. Maps and lists are taken whole.
     */
    public HelmChart value(String path, Object value) {
        return new HelmChart(repository, name, version, namespace, release, Values.with(values, path, value));
    }

    /** The same with changes, each upon those before. */
    public HelmChart with(List<ChartChange> changes) {
        HelmChart changed = this;
        for (ChartChange change : changes) {
            changed = change instanceof ChartChange.Value value
                    ? changed.value(value.path(), value.value())
                    : changed.version(((ChartChange.Version) change).version());
        }
        return changed;
    }

    /** Whether it is kept in an OCI registry, and not in a chart repository. */
    public boolean isOci() {
        return repository.startsWith(OCI);
    }

    /** By what Helm finds it: its name, or in a registry its whole address. */
    public String reference() {
        return isOci() ? repository + "/" + name : name;
    }

    /** Every value by the path that leads there: {@code crds.enabled}. */
    public SortedMap<String, Object> leaves() {
        return Values.leaves(values);
    }
}
