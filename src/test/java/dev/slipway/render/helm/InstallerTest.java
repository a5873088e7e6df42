package dev.slipway.render.helm;

import static dev.slipway.addon.CertManager.certManager;
import static dev.slipway.addon.ExternalSecrets.externalSecrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.capability.Sample;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with a shell, and with a helm that writes down what it is told. */
class InstallerTest {
    private static final String RECORDER = """
            #!/bin/sh
            printf '%s\\n' "$*" >> "$CALLS"
            for last; do :; done
            case "$*" in *"--values $REFUSED"*) exit 3 ;; esac
            """;

    @TempDir
    private Path folder;

    private record Waiting(Origin origin) implements Addon {
        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public HelmChart chart(Place place) {
            return HelmChart.of("https://charts.example.com", "waiting", "1.0.0");
        }

        @Override
        public List<Class<? extends Addon>> requires() {
            return List.of(dev.slipway.addon.CertManager.class);
        }
    }

    private record Ended(int exit, List<String> calls) {}

    private Path write(Choice... choices) throws IOException {
        EnvironmentPlan dev =
                Sample.with(choices).plan().verify().environments().get(0);
        for (Map.Entry<String, String> file : AddonFiles.of(dev).entrySet()) {
            Path path = folder.resolve("an odd folder").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectories(folder.resolve("bin"));
        Path helm = Files.writeString(folder.resolve("bin/helm"), RECORDER);
        assertThat(helm.toFile().setExecutable(true)).isTrue();
        return folder.resolve("an odd folder/dev/addons");
    }

    private Ended run(Path addons, String refused, String... arguments) throws Exception {
        Path calls = folder.resolve("calls");
        Files.deleteIfExists(calls);
        List<String> command = Stream.concat(
                        Stream.of("sh", addons.resolve("install.sh").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder shell = new ProcessBuilder(command).directory(folder.toFile());
        shell.environment().put("CALLS", calls.toString());
        shell.environment().put("REFUSED", refused);
        shell.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + path);
        Process process = shell.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.exists(calls) ? Files.readAllLines(calls, StandardCharsets.UTF_8) : List.of());
    }

    @Test
    void installsEachWithItsVersionAndValues() throws Exception {
        Path addons = write(externalSecrets(), certManager());

        assertThat(run(addons, "none"))
                .isEqualTo(new Ended(
                        0,
                        List.of(
                                "upgrade --install external-secrets external-secrets --repo https://charts.external-secrets.io --version 2.9.0 --namespace external-secrets --create-namespace --values %s/external-secrets.values.yaml --wait --timeout 10m"
                                        .formatted(addons),
                                "upgrade --install cert-manager oci://quay.io/jetstack/charts/cert-manager --version v1.21.1 --namespace cert-manager --create-namespace --values %s/cert-manager.values.yaml --wait --timeout 10m"
                                        .formatted(addons))));
    }

    @Test
    void installsEachAfterWhatItRequires() throws Exception {
        Path addons = write(new Waiting(Origin.here()), certManager());

        assertThat(run(addons, "none").calls())
                .extracting(call -> call.split(" ", -1)[2])
                .containsExactly("cert-manager", "waiting");
    }

    @Test
    void handsItsArgumentsToHelm() throws Exception {
        assertThat(run(write(externalSecrets()), "none", "--kube-context", "a b")
                        .calls())
                .singleElement()
                .asString()
                .endsWith("--wait --timeout 10m --kube-context a b");
    }

    @Test
    void stopsAtTheFirstThatFails() throws Exception {
        Path addons = write(externalSecrets(), certManager());
        Ended ended = run(addons, addons + "/external-secrets.values.yaml");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.calls()).hasSize(1);
    }

    @Test
    void satisfiesShellCheck() throws Exception {
        assumeTrue(hasShellCheck(), "shellcheck is missing: install it to have the script checked");
        Path script = write(externalSecrets(), certManager()).resolve("install.sh");
        Process process = new ProcessBuilder("shellcheck", script.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
    }

    private static boolean hasShellCheck() throws InterruptedException {
        try {
            return new ProcessBuilder("shellcheck", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
