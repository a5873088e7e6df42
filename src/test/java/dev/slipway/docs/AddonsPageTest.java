package dev.slipway.docs;

import static dev.slipway.addon.AwsLoadBalancerController.awsLoadBalancerController;
import static dev.slipway.addon.CertManager.certManager;
import static dev.slipway.addon.ClusterAutoscaler.clusterAutoscaler;
import static dev.slipway.addon.ExternalSecrets.externalSecrets;
import static dev.slipway.addon.Keda.keda;
import static dev.slipway.addon.MetricsServer.metricsServer;
import static dev.slipway.addon.Reloader.reloader;
import static dev.slipway.addon.VerticalPodAutoscaler.verticalPodAutoscaler;
import static dev.slipway.addon.route.Traefik.traefik;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.addon.Catalogue;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=AddonsPageTest -Dslipway.update=true} writes the page anew. */
class AddonsPageTest {
    private static final Path PAGE = Path.of("docs/reference/addons.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/slipway/addon");

    private static final String HEAD = """
            # Add-ons

            Generated from the catalogue, and compared with it by a test. What is installed in an environment's cluster from Helm charts,
            by `sh dist/<environment>/addons/install.sh`: before the manifests, which hold objects of kinds that charts bring. Values and
            versions can be changed, and an add-on of your own be added, as [the guide](../guide/add-an-add-on.md) shows.

            | choice | chart | version | from | its version was read | an environment has it |
            | --- | --- | --- | --- | --- | --- |
            """;

    private static final String VALUES = """

            ## Values

            Those that differ from the chart's own, in `shop` on `eksNodeGroups()`.

            | choice | value | dev | prod, where it differs |
            | --- | --- | --- | --- |
            """;

    private static Map<String, String> whenTheyCome() {
        Map<String, String> when = new LinkedHashMap<>();
        when.put("externalSecrets", "as soon as something reads a secret or a parameter of AWS");
        when.put("reloader", "as soon as something reads a secret or a parameter of AWS");
        when.put("clusterAutoscaler", "with `eksNodeGroups()`");
        when.put("awsLoadBalancerController", "with `eksNodeGroups()` and routes");
        when.put("metricsServer", "with `autoscale(..)`, where the cluster does not meter its pods");
        when.put("certManager", "where it is chosen");
        when.put("keda", "where it is chosen");
        when.put("verticalPodAutoscaler", "where it is chosen");
        when.put("traefik", "with `traefikRoutes()` and routes");
        return when;
    }

    private static Map<String, Addon> addons() {
        Map<String, Addon> addons = new LinkedHashMap<>();
        addons.put("externalSecrets", externalSecrets());
        addons.put("reloader", reloader());
        addons.put("clusterAutoscaler", clusterAutoscaler());
        addons.put("awsLoadBalancerController", awsLoadBalancerController());
        addons.put("metricsServer", metricsServer());
        addons.put("certManager", certManager());
        addons.put("keda", keda());
        addons.put("verticalPodAutoscaler", verticalPodAutoscaler());
        addons.put("traefik", traefik());
        return addons;
    }

    private static List<Place> places() {
        Platform shop = Platform.named("shop")
                .services(Service.java("order"))
                .with(eksNodeGroups())
                .environments(
                        Environment.named("dev"), Environment.named("prod").production());
        return Slipway.plan(shop).verify().environments().stream()
                .map(EnvironmentPlan::place)
                .toList();
    }

    private static Catalogue entry(HelmChart chart) {
        return Stream.of(Catalogue.values())
                .filter(entry -> entry.chart().name().equals(chart.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsEveryAddOnWithItsChartAndValues() throws IOException {
        Place dev = places().get(0);
        Place prod = places().get(1);
        StringBuilder page = new StringBuilder(HEAD);
        addons().forEach((factory, addon) -> {
            HelmChart chart = addon.chart(dev);
            Catalogue entry = entry(chart);
            page.append("| `%s()` | %s | %s | `%s` | [%s](%s) | %s |\n"
                    .formatted(
                            factory,
                            chart.name(),
                            chart.version(),
                            chart.repository(),
                            entry.seen(),
                            entry.source(),
                            whenTheyCome().get(factory)));
        });
        page.append(VALUES);
        addons().forEach((factory, addon) -> page.append(
                values(factory, addon.chart(dev).leaves(), addon.chart(prod).leaves())));
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }

    private static String values(String factory, SortedMap<String, Object> dev, SortedMap<String, Object> prod) {
        return new TreeSet<>(prod.keySet())
                .stream()
                        .map(path -> "| `%s()` | `%s` | `%s` | %s |\n"
                                .formatted(
                                        factory,
                                        path,
                                        dev.get(path),
                                        prod.get(path).equals(dev.get(path)) ? "" : "`" + prod.get(path) + "`"))
                        .collect(Collectors.joining());
    }

    @Test
    void leavesNoneOut() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<String> implementing = sources.filter(Files::isRegularFile)
                    .filter(AddonsPageTest::isAddon)
                    .map(path -> path.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
            assertThat(addons().values().stream()
                            .map(addon -> addon.getClass().getSimpleName())
                            .sorted())
                    .containsExactlyElementsOf(implementing);
        }
        assertThat(addons().values().stream().map(addon -> entry(addon.chart(places().get(0)))))
                .containsExactlyInAnyOrder(Catalogue.values());
        assertThat(whenTheyCome().keySet()).containsExactlyElementsOf(addons().keySet());
    }

    private static boolean isAddon(Path source) {
        try {
            return Files.readString(source).matches("(?s).*public record .*implements Addon.*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
