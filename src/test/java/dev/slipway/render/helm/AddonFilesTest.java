package dev.slipway.render.helm;

import static com.acme.addons.Headlamp.headlamp;
import static dev.slipway.addon.ExternalSecrets.externalSecrets;
import static dev.slipway.addon.Reloader.reloader;
import static dev.slipway.plan.addon.ChartChange.value;
import static dev.slipway.plan.addon.Preinstalled.preinstalled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.platform.Choice;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class AddonFilesTest {
    private static SortedMap<String, String> files(Choice... choices) {
        EnvironmentPlan dev =
                Sample.with(choices).plan().verify().environments().get(0);
        return AddonFiles.of(dev);
    }

    @Test
    void areNoneWithoutAddOns() {
        assertThat(files()).isEmpty();
        assertThat(files(preinstalled(headlamp()))).isEmpty();
    }

    @Test
    void areTheValuesOfEachAListAndAScript() {
        assertThat(files(headlamp(), reloader()))
                .containsOnlyKeys(
                        "dev/addons/charts.yaml",
                        "dev/addons/headlamp.values.yaml",
                        "dev/addons/install.sh",
                        "dev/addons/reloader.values.yaml");
    }

    @Test
    void holdValuesAsATree() {
        assertThat(files(headlamp())).containsEntry("dev/addons/headlamp.values.yaml", """
                config:
                  sessionTTL: 3600
                replicaCount: 1
                """);
    }

    @Test
    void listChartsForWhoeverInstallsThemInAnotherWay() {
        assertThat(files(headlamp())).containsEntry("dev/addons/charts.yaml", """
                charts:
                  - name: headlamp
                    repository: https://kubernetes-sigs.github.io/headlamp
                    chart: headlamp
                    version: 0.45.0
                    namespace: headlamp
                    release: headlamp
                    values: headlamp.values.yaml
                """);
    }

    @Test
    void keepTextsApartFromWhatTheyLookLike() {
        String values = files(reloader()
                        .with(
                                value("a.version", "1.10"),
                                value("a.answer", "no"),
                                value("a.time", "12:30:45"),
                                value("a.mode", "0644"),
                                value("a\\.b/c", true)))
                .get("dev/addons/reloader.values.yaml");

        assertThat(values).contains("version: \"1.10\"", "answer: \"no\"", "mode: \"0644\"", "a.b/c: true");
        assertThat(values).containsPattern("time: [\"']12:30:45");
    }

    @Test
    void takeTheLaterOfTwoChanges() {
        assertThat(files(externalSecrets().with(value("log.level", "warn")).with(value("log.level", "debug")))
                        .get("dev/addons/external-secrets.values.yaml"))
                .contains("level: debug")
                .doesNotContain("warn");
    }
}
