package dev.slipway.review;

/**
 * A Helm chart that an add-on installs.
 *
 * <pre>{@code
 * synthesis.charts("dev").get(0).values().at("serviceAccount.name").text()
 * }</pre>
 *
 * @param environment folder below {@code dist/}
 * @param tree what the environment's list of charts says of it
 * @param values with which it is installed
 */
public record InstalledChart(String environment, Tree tree, Tree values) {
    /** The name of the add-on. */
    public String name() {
        return tree.get("name").text();
    }

    /** The name of the chart in its repository. */
    public String chart() {
        return tree.get("chart").text();
    }

    public String repository() {
        return tree.get("repository").text();
    }

    public String version() {
        return tree.get("version").text();
    }

    public String namespace() {
        return tree.get("namespace").text();
    }

    /** What Helm calls the installation. */
    public String release() {
        return tree.get("release").text();
    }

    @Override
    public String toString() {
        return "%s %s in namespace %s of %s".formatted(chart(), version(), namespace(), environment);
    }
}
