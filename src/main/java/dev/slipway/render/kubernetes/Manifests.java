package dev.slipway.render.kubernetes;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Service;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;

/** The Kubernetes objects of one environment: a chart for each service, and one for what they share. */
public final class Manifests {
    /** Chart and file of what the services of an environment share. */
    public static final String PLATFORM = "platform";

    private final EnvironmentPlan plan;
    private final Function<String, Chart> make;
    private final Map<String, Chart> charts = new LinkedHashMap<>();
    private final SortedMap<String, String> namespaceLabels = new TreeMap<>();
    private final SortedSet<String> expected = new TreeSet<>();
    private final Contributions contributions = new Contributions();

    /**
     * An object that a choice has made, and not a service by itself.
     *
     * @param choice its kind, see {@link dev.slipway.plan.operation.Contributor}
     */
    public record Contribution(String kind, String name, String choice) {}

    /** Charts under an app of their own. Nothing is written by it: texts are taken from the charts. */
    public Manifests(EnvironmentPlan plan) {
        this(plan, chartsOf(new App(AppProps.builder().build())));
        platform();
    }

    private Manifests(EnvironmentPlan plan, Function<String, Chart> make) {
        this.plan = plan;
        this.make = make;
    }

    /** Objects that all go into one chart, of somebody else's app: those of one service, as others have the same ids. */
    public static Manifests into(EnvironmentPlan plan, Chart chart) {
        return new Manifests(plan, name -> chart);
    }

    private static Function<String, Chart> chartsOf(App app) {
        return name -> new Chart(
                app, name, ChartProps.builder().disableResourceNameHashes(true).build());
    }

    public EnvironmentPlan plan() {
        return plan;
    }

    public Place place() {
        return plan.place();
    }

    public Names names() {
        return plan.names();
    }

    public String namespace() {
        return plan.names().namespace();
    }

    /** Labels the environment's namespace, for what in the cluster looks for such a label. */
    public void labelNamespace(String key, String value) {
        namespaceLabels.put(key, value);
    }

    /**
     * Says that somebody else has to provide an object: {@code expects("IngressClass", "nginx")}. The namespace names it, so
     * that whoever reads the manifests knows what they refer to.
     */
    public void expects(String kind, String name) {
        expected.add(kind + "/" + name);
    }

    /** What somebody else has to provide, as kinds and names. */
    public SortedSet<String> expected() {
        return Collections.unmodifiableSortedSet(expected);
    }

    /** What the environment's namespace is labelled with beside what every object is. */
    public SortedMap<String, String> namespaceLabels() {
        return Collections.unmodifiableSortedMap(namespaceLabels);
    }

    /** The chart of what the services share. */
    public Chart platform() {
        return chart(PLATFORM);
    }

    /** The chart of a service. */
    public Chart of(Service service) {
        return chart(service.name());
    }

    /** All charts by name, in the order in which they were made. */
    public Map<String, Chart> charts() {
        return Collections.unmodifiableMap(charts);
    }

    private Chart chart(String name) {
        return contributions.touched(charts.computeIfAbsent(name, make));
    }

    /** Has a choice add what it adds, and keeps in mind whose it is. */
    public void deploy(RunsInCluster contributor, Choice choice) {
        contributor.deploy(this);
        contributions.note(choice);
    }

    /** The objects that choices have made, in the order in which they were. */
    public List<Contribution> contributions() {
        return contributions.all();
    }
}
