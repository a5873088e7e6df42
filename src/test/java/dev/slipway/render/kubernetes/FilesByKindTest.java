package dev.slipway.render.kubernetes;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.platform.operation.FilesByKind.filesByKind;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesByKindTest {
    private static final Synthesis SPLIT = rendered(filesByKind());
    private static final Synthesis WHOLE = rendered();

    private static Synthesis rendered(Choice... more) {
        Choice[] choices =
                Stream.concat(Stream.of(localCluster()), Stream.of(more)).toArray(Choice[]::new);
        return Slipway.render(Slipway.plan(Platform.named("shop")
                .services(Service.go("order"), Service.go("mailer").worker())
                .environments(Environment.named("dev").with(choices))));
    }

    private static List<String> files(Synthesis synthesis) {
        return synthesis.files().keySet().stream()
                .filter(file -> file.startsWith("dist/dev/"))
                .toList();
    }

    @Test
    void eachServiceHasAFolderWithAFileForEachKind() {
        assertThat(files(SPLIT))
                .containsExactlyInAnyOrder(
                        "dist/dev/kustomization.yaml",
                        "dist/dev/mailer/configmap.yaml",
                        "dist/dev/mailer/deployment.yaml",
                        "dist/dev/mailer/networkpolicy.yaml",
                        "dist/dev/mailer/serviceaccount.yaml",
                        "dist/dev/order/configmap.yaml",
                        "dist/dev/order/deployment.yaml",
                        "dist/dev/order/networkpolicy.yaml",
                        "dist/dev/order/service.yaml",
                        "dist/dev/order/serviceaccount.yaml",
                        "dist/dev/platform/limitrange.yaml",
                        "dist/dev/platform/namespace.yaml",
                        "dist/dev/platform/networkpolicy.yaml",
                        "dist/dev/platform/priorityclass.yaml",
                        "dist/dev/platform/resourcequota.yaml");
        assertThat(files(WHOLE))
                .containsExactlyInAnyOrder(
                        "dist/dev/mailer.k8s.yaml", "dist/dev/order.k8s.yaml", "dist/dev/platform.k8s.yaml");
    }

    @Test
    void holdTheSameObjectsAndAreReviewedAlike() {
        assertThat(SPLIT.manifests("dev"))
                .extracting(Manifest::tree)
                .containsExactlyInAnyOrderElementsOf(
                        WHOLE.manifests("dev").stream().map(Manifest::tree).toList());
        assertThat(SPLIT).environment("dev").manifest("Deployment", "order").isInFile("order");
    }

    @Test
    void areNamedInTheOrderInWhichTheyMustBeApplied() {
        assertThat(SPLIT.files().get("dist/dev/kustomization.yaml")).isEqualTo("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                sortOptions:
                  order: fifo
                resources:
                  - platform/namespace.yaml
                  - platform/resourcequota.yaml
                  - platform/limitrange.yaml
                  - platform/priorityclass.yaml
                  - order/serviceaccount.yaml
                  - mailer/serviceaccount.yaml
                  - order/configmap.yaml
                  - mailer/configmap.yaml
                  - platform/networkpolicy.yaml
                  - order/networkpolicy.yaml
                  - mailer/networkpolicy.yaml
                  - order/service.yaml
                  - order/deployment.yaml
                  - mailer/deployment.yaml
                """);
    }

    /** The one of kubectl, which needs no cluster for it. */
    @Test
    void areBuiltByKustomizeInThatOrder(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(hasKubectl(), "kubectl is not installed");
        SPLIT.files().forEach((name, text) -> write(folder, Map.entry(name, text)));
        Process process = new ProcessBuilder(
                        "kubectl", "kustomize", folder.resolve("dist/dev").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines().filter(line -> line.startsWith("kind: ")))
                .startsWith("kind: Namespace", "kind: ResourceQuota", "kind: LimitRange", "kind: PriorityClass")
                .endsWith("kind: Service", "kind: Deployment", "kind: Deployment")
                .hasSize(SPLIT.manifests("dev").size());
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator"), -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static void write(Path folder, Map.Entry<String, String> file) {
        try {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
