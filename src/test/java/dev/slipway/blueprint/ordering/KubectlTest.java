package dev.slipway.blueprint.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Has kubectl read the manifests as it would before it sends them; there is no cluster that it could send them to. */
class KubectlTest {
    @TempDir
    private Path folder;

    static Stream<String> environments() {
        return HardeningTest.environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void readsEveryObject(String environment) throws Exception {
        assumeTrue(runs("kubectl", "version", "--client"), "kubectl is missing");
        for (Map.Entry<String, String> file :
                OrderingSynthesis.SYNTHESIS.files().entrySet()) {
            if (file.getKey().matches("dist/%s/[a-z]+\\.k8s\\.yaml".formatted(environment))) {
                Files.writeString(folder.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
            }
        }
        Process process = new ProcessBuilder(
                        "kubectl",
                        "label",
                        "--local",
                        "--dry-run=client",
                        "-f",
                        folder.toString(),
                        "--output=name",
                        "read=yes")
                .redirectErrorStream(true)
                .start();
        List<String> read = new ArrayList<>(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());

        assertThat(process.waitFor()).as(String.join("\n", read)).isZero();
        assertThat(read)
                .hasSameSizeAs(OrderingSynthesis.SYNTHESIS.manifests(environment))
                .doesNotHaveDuplicates();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
