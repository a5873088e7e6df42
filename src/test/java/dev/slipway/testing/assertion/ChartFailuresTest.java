package dev.slipway.testing.assertion;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.review.Synthesis;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartFailuresTest {
    private static final Synthesis SYNTHESIS = Synthesis.of(Map.of(
            "dist/dev/addons/charts.yaml",
            """
            charts:
            - {name: viewer, repository: "https://charts.example.com", chart: headlamp, version: 0.45.0, namespace: view, values: viewer.values.yaml}
            - {name: keda, chart: keda, version: 2.21.0, namespace: keda, values: keda.values.yaml}
            """,
            "dist/dev/addons/viewer.values.yaml",
            "{replicaCount: 2, config: {sessionTTL: 3600}}",
            "dist/dev/addons/keda.values.yaml",
            "{}",
            "dist/dev/order.k8s.yaml",
            "{kind: ConfigMap, metadata: {name: order}}"));

    private static EnvironmentAssert dev() {
        return assertThat(SYNTHESIS).environment("dev");
    }

    @Test
    void nameTheNearest() {
        failsWith("""
                Expecting environment dev to have
                  chart viewr
                but of this kind there is
                  keda, viewer
                Did you mean viewer?
                """, () -> dev().chart("viewr"));
        failsWith("""
                Expecting charts of environment dev to be exactly
                  keda
                but these are there too
                  viewer
                """, () -> dev().hasCharts("keda"));
    }

    @Test
    void sayWhatElseItIs() {
        failsWith("""
                Expecting chart headlamp 0.45.0 in namespace view of dev
                to have the version
                  0.46.0
                but it has
                  0.45.0
                """, () -> dev().chart("viewer").hasVersion("0.46.0"));
    }

    @Test
    void showItsValues() {
        failsWith("""
                Expecting values of headlamp 0.45.0 in namespace view of dev
                to have at config.sessionTtl
                  3600
                but there is
                  nothing
                At config there is
                  sessionTTL
                Did you mean sessionTTL?
                """, () -> dev().chart("viewer").hasValue("config.sessionTtl", 3600));
        failsWith("""
                Expecting values of headlamp 0.45.0 in namespace view of dev
                to have nothing at replicaCount
                but there is
                  2
                """, () -> dev().chart("viewer").doesNotHaveValue("replicaCount"));
    }
}
