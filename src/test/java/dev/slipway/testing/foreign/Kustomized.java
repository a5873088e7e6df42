package dev.slipway.testing.foreign;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Manifests that somebody keeps for Kustomize, rendered by kubectl. */
final class Kustomized {
    private static final Path FOLDER = Path.of("src/test/resources/foreign/kustomize");

    private Kustomized() {}

    /** What an overlay renders to; where kubectl is missing, the test that asks is skipped. */
    static String overlay(String name) throws InterruptedException {
        assumeTrue(isInstalled(), "kubectl is missing: nothing is rendered by it, and nothing of it is tested");
        Child child = Child.of(
                FOLDER, Map.of(), List.of("kubectl", "kustomize", Path.of(name).toString()));
        assertThat(child.exit()).as(child.err()).isZero();
        return child.out();
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("kubectl", "version", "--client").start().waitFor(1, MINUTES);
        } catch (IOException e) {
            return false;
        }
    }
}
