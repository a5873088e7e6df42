package dev.slipway.plan.addon;

import static dev.slipway.plan.addon.ChartChange.value;
import static dev.slipway.plan.addon.ChartChange.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmChartTest {
    private static final HelmChart CHART = HelmChart.of("https://charts.example.com", "viewer", "1.4.0");

    @Test
    void isInstalledUnderItsOwnNameUnlessToldOtherwise() {
        assertThat(CHART.namespace()).isEqualTo("viewer");
        assertThat(CHART.release()).isEqualTo("viewer");
        assertThat(CHART.namespace("a").release("b").version("2.0.0"))
                .isEqualTo(new HelmChart(
                        "https://charts.example.com", "viewer", "2.0.0", "a", "b", new java.util.TreeMap<>()));
    }

    @Test
    void isFoundInARepositoryByItsNameAndInARegistryByItsAddress() {
        HelmChart inRegistry = HelmChart.of("oci://registry.example.com/charts", "viewer", "1.4.0");

        assertThat(CHART.isOci()).isFalse();
        assertThat(CHART.reference()).isEqualTo("viewer");
        assertThat(inRegistry.isOci()).isTrue();
        assertThat(inRegistry.reference()).isEqualTo("oci://registry.example.com/charts/viewer");
    }

    @Test
    void takesValuesByTheirPath() {
        assertThat(CHART.value("ui.port", 8080)
                        .value("ui.hosts", List.of("a", "b"))
                        .leaves())
                .isEqualTo(Map.of("ui.port", 8080, "ui.hosts.0", "a", "ui.hosts.1", "b"));
    }

    @Test
    void takesADotWithinAKey() {
        assertThat(CHART.value("annotations.example\\.com/role", "x").values())
                .isEqualTo(Map.of("annotations", Map.of("example.com/role", "x")));
    }

    @Test
    void letsTheLaterOfTwoValuesStand() {
        assertThat(CHART.value("ui", "none")
                        .value("ui.port", 1)
                        .value("ui.port", 2)
                        .values())
                .isEqualTo(Map.of("ui", Map.of("port", 2)));
        assertThat(CHART.value("ui.port", 1).value("ui", Map.of("host", "a")).values())
                .isEqualTo(Map.of("ui", Map.of("host", "a")));
    }

    @Test
    void isTheSameInWhateverOrderItsValuesWereGiven() {
        HelmChart one = CHART.value("b", 1).value("a.d", 2).value("a.c", 3);
        HelmChart other = CHART.value("a.c", 3).value("a.d", 2).value("b", 1);

        assertThat(one).isEqualTo(other);
        assertThat(one.values()).hasToString(other.values().toString()).hasToString("{a={c=3, d=2}, b=1}");
    }

    @Test
    void keepsWhatItWasGiven() {
        List<Object> hosts = new ArrayList<>(List.of("a"));
        Map<String, Object> ui = new LinkedHashMap<>(Map.of("hosts", hosts));
        HelmChart chart = CHART.value("ui", ui);
        ChartChange change = value("ui", ui);
        hosts.add("b");
        ui.put("port", 1);

        assertThat(chart.leaves()).isEqualTo(Map.of("ui.hosts.0", "a"));
        assertThat(CHART.with(List.of(change)).leaves()).isEqualTo(Map.of("ui.hosts.0", "a"));
        assertThatThrownBy(() -> chart.values().put("more", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesChangesOneUponTheOther() {
        HelmChart changed = CHART.with(List.of(value("a", 1), version("2.0.0"), value("a", 2)));

        assertThat(changed.version()).isEqualTo("2.0.0");
        assertThat(changed.leaves()).isEqualTo(Map.of("a", 2));
    }

    @Test
    void refusesNothingAtOnce() {
        List<Object> hosts = Arrays.asList("a", null);

        assertThatThrownBy(() -> CHART.value("ui.hosts", hosts))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value");
    }
}
