package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run writes, and where. */
class InvocationIT {
    @TempDir
    private Path folder;

    @Test
    void replacesBothPlanesBelowItsFolder() throws IOException {
        old("cdk.out/old.json");
        old("dist/dev/old.k8s.yaml");
        old("beside.txt");
        Run run = new Run(folder, Map.of());

        run.of(SmallPlatform.with(new SmallPlatform.Doubtful()));

        Map<String, String> files = Run.files(folder);
        assertThat(files)
                .containsKeys("cdk.out/manifest.json", "dist/dev/order.k8s.yaml", "beside.txt")
                .doesNotContainKeys("cdk.out/old.json", "dist/dev/old.k8s.yaml");
        assertThat(files.keySet())
                .allMatch(path -> path.startsWith("cdk.out/") || path.startsWith("dist/") || path.equals("beside.txt"));
        assertThat(run.out()).startsWith("Platform shop").contains(" 1 problem,");
        assertThat(run.err()).startsWith("warning test/doubtful at Shop.java:1").doesNotContain("cdk.out.new");
    }

    @Test
    void leavesEveryByteWhereRenderingFailsHalfWay() throws IOException {
        old("cdk.out/old.json");
        old("dist/dev/old.k8s.yaml");
        Map<String, String> before = Run.files(folder);

        assertThatThrownBy(() -> new Run(folder, Map.of()).of(SmallPlatform.with(new SmallPlatform.Broken())))
                .hasMessage("broken on purpose");

        assertThat(Run.files(folder)).isEqualTo(before);
    }

    @Test
    void writesTheAwsPlaneAloneForTheCdkCli() {
        Path asked = folder.resolve("asked");
        Run run = new Run(folder, Map.of(Invocation.CDK_OUTDIR, asked.toString()));

        run.of(SmallPlatform.with(new SmallPlatform.Doubtful()));

        assertThat(Run.files(asked)).containsKey("manifest.json");
        assertThat(Run.files(folder).keySet()).allMatch(path -> path.startsWith("asked/"));
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("warning test/doubtful");
    }

    @Test
    void writesManifestsAloneForTheCdk8sCli() {
        Path asked = folder.resolve("asked");
        Run run = new Run(folder, Map.of(Invocation.CDK8S_OUTDIR, asked.toString()));

        run.of(SmallPlatform.with(new SmallPlatform.Doubtful()));

        assertThat(Run.files(folder))
                .containsOnlyKeys("asked/dev.topology.json", "asked/dev/order.k8s.yaml", "asked/dev/platform.k8s.yaml");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("warning test/doubtful");
    }

    private void old(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "old\r\n");
    }
}
