package dev.slipway.plan.addon;

import static dev.slipway.plan.addon.AnyAddon.CHART;
import static dev.slipway.plan.addon.AnyAddon.First.first;
import static dev.slipway.plan.addon.AnyAddon.Second.second;
import static dev.slipway.plan.addon.Preinstalled.preinstalled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Choice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddonRulesTest {
    /** Each problem once, though it is found in two environments, which are the same but for their names. */
    private static List<String> problems(Choice... addons) {
        return Sample.with(addons).problems().stream()
                .filter(problem -> !problem.matches(".*[eE]nvironment prod.*"))
                .toList();
    }

    @Test
    void refusesANameThatIsNoFileName() {
        assertThat(problems(first(CHART).named("My Viewer")))
                .containsExactly(
                        "addon/name: The name (My Viewer) of an add-on must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit. Fix: rename it: its values are written to a file of that name.");
        assertThat(problems(first(CHART).named("my-viewer"))).isEmpty();
    }

    @Test
    void refusesTwoOfOneName() {
        assertThat(problems(
                        first(CHART).named("viewer"),
                        second(CHART.release("other")).named("viewer")))
                .containsExactly(
                        "addon/name-taken: The name (viewer) of add-on Second is that of add-on First in environment dev too; their files would be one. Fix: rename one of the two.");
        assertThat(problems(first(CHART), second(CHART.release("other")))).isEmpty();
    }

    @Test
    void refusesTwoReleasesOfOneNameInANamespace() {
        assertThat(problems(first(CHART), second(CHART.version("2.0.0"))))
                .containsExactly(
                        "addon/release-taken: The release (viewer) of add-on second is that of add-on first in namespace viewer of environment dev too; Helm would replace one by the other. Fix: give one of the two another release or namespace, such as HelmChart.release(\"viewer-2\").");
        assertThat(problems(first(CHART), second(CHART.namespace("viewer-2")))).isEmpty();
    }

    @Test
    void refusesWhatIsNoRepository() {
        assertThat(problems(first(HelmChart.of("charts.example.com", "viewer", "1.4.0"))))
                .containsExactly(
                        "addon/repository: The repository (charts.example.com) of the chart of add-on first must be an address that starts with https:// or oci://, without a slash at its end. Fix: write it as HelmChart.of(\"https://charts.example.com\", \"viewer\", ..) or HelmChart.of(\"oci://registry.example.com/charts\", \"viewer\", ..).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://charts.example.com", "oci://", "https://charts.example.com/$(id)", "https://a/"})
    void refusesRepositoriesThatNobodyVouchesForOrAShellWouldRead(String repository) {
        assertThat(problems(first(HelmChart.of(repository, "viewer", "1.4.0"))))
                .singleElement()
                .asString()
                .startsWith("addon/repository: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oci://quay.io/jetstack/charts", "https://localhost:8443/charts", "https://a.example.com"})
    void takesRepositoriesOfBothKinds(String repository) {
        assertThat(problems(first(HelmChart.of(repository, "viewer", "1.4.0")))).isEmpty();
    }

    @Test
    void refusesAChartNameThatIsNone() {
        assertThat(problems(first(HelmChart.of("https://charts.example.com", "view er", "1.4.0")
                        .namespace("viewer")
                        .release("viewer"))))
                .containsExactly(
                        "addon/chart: The name (view er) of the chart of add-on first must be letters, digits, dots, hyphens or underscores. Fix: copy it from the index of https://charts.example.com.");
    }

    @Test
    void refusesAVersionThatIsNotExactlyOne() {
        assertThat(problems(first(CHART.version("^1.4"))))
                .containsExactly(
                        "addon/version: The version (^1.4) of the chart of add-on first must be exactly one, of three numbers: what is installed would else change by itself. Fix: write it as version(\"1.4.0\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "1.4", "1.x.0", ">=1.4.0", "01.4.0", "1.4.0 ", "V1.4.0"})
    void refusesWhatIsNoVersion(String version) {
        assertThat(problems(first(CHART.version(version))))
                .singleElement()
                .asString()
                .startsWith("addon/version: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4.0", "v1.21.1", "2.0.0-rc.1", "1.4.0+build.7"})
    void takesVersions(String version) {
        assertThat(problems(first(CHART.version(version)))).isEmpty();
    }

    @Test
    void refusesANamespaceThatIsNone() {
        assertThat(problems(first(CHART.namespace("View_er"))))
                .containsExactly(
                        "addon/namespace: The namespace (View_er) of add-on first must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit. Fix: name another with HelmChart.namespace(..).");
    }

    @Test
    void refusesTheNamespaceOfTheServices() {
        assertThat(problems(first(CHART.namespace("shop-dev"))))
                .containsExactly(
                        "addon/shared-namespace: The namespace (shop-dev) of add-on first is that of the services of environment dev, which is closed to all but them; it must be another. Fix: name another with HelmChart.namespace(\"first\").");
        assertThat(problems(first(CHART.namespace("shop-development")))).isEmpty();
    }

    @Test
    void refusesAReleaseThatHelmWouldRefuse() {
        assertThat(problems(first(CHART.release("a".repeat(54)))))
                .containsExactly(
                        "addon/release: The release (%s) of add-on first must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit, and at most 53 characters. Fix: name another with HelmChart.release(..)."
                                .formatted("a".repeat(54)));
        assertThat(problems(first(CHART.release("a".repeat(53))))).isEmpty();
    }

    @Test
    void refusesValuesThatNoFileCanHold() {
        assertThat(problems(first(CHART.value("ui.port", LocalDate.EPOCH))))
                .containsExactly(
                        "addon/value: The value at ui.port of add-on first is of a class (LocalDate) that no file can hold; it must be a text, a number, a truth value, or a list or map of them. Fix: give it as one of these.");
        assertThat(problems(first(CHART.value("ui.port", 8080).value("ui.hosts", List.of("a")))))
                .isEmpty();
    }

    @Test
    void refusesSecrets() {
        assertThat(problems(first(CHART.value("auth.adminPassword", "swordfish"))))
                .containsExactly(
                        "addon/secret: The value at auth.adminPassword of add-on first looks like a secret, which must not stand in a model. Fix: name a Secret that exists in the cluster instead, as most charts let you.");
        assertThat(problems(first(CHART.value("auth.adminPassword", "")
                        .value("auth.passwordSecretName", "viewer")
                        .value("automountServiceAccountToken", true))))
                .isEmpty();
    }

    @Test
    void refusesAnAddOnWithoutWhatItRequires() {
        assertThat(problems(first(CHART).requiring(AnyAddon.Second.class)))
                .containsExactly(
                        "addon/requires: Add-on first requires one (Second) that environment dev does not choose; it must be there. Fix: choose it as well, or say preinstalled(..) of it where somebody else installs it.");
        assertThat(problems(first(CHART).requiring(AnyAddon.Second.class), second(CHART.release("other"))))
                .isEmpty();
        assertThat(problems(first(CHART).requiring(AnyAddon.Second.class), preinstalled(second(CHART))))
                .isEmpty();
    }

    @Test
    void refusesAddOnsThatWaitForEachOther() {
        assertThat(problems(
                        first(CHART).requiring(AnyAddon.Second.class),
                        second(CHART.release("other")).requiring(AnyAddon.First.class)))
                .containsExactly(
                        "addon/circle: Add-on first requires itself (by way of second, first) in environment dev; none of them could be installed first. Fix: remove one of them from requires().",
                        "addon/circle: Add-on second requires itself (by way of first, second) in environment dev; none of them could be installed first. Fix: remove one of them from requires().");
    }

    @Test
    void refusesAnAddOnBesideItselfPreinstalled() {
        assertThat(problems(first(CHART), preinstalled(first(CHART))))
                .containsExactly(
                        "choice/duplicate: Environment dev chooses two of one kind (First and Preinstalled, both First); it must choose one. Fix: remove one of the two.");
    }
}
