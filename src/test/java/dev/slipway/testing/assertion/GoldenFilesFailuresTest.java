package dev.slipway.testing.assertion;

import static dev.slipway.testing.Failing.failsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.golden.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenFilesFailuresTest {
    @TempDir
    Path folder;

    private static Synthesis grace(int seconds, String... others) {
        String text = """
                kind: Deployment
                metadata: {name: order}
                spec: {replicas: 2, template: {spec: {terminationGracePeriodSeconds: %s}}}
                """.formatted(seconds);
        var builder = Synthesis.builder().manifests("prod", "order.yaml", text);
        for (String kind : others) {
            builder.manifests("prod", kind + ".yaml", "kind: %s\nmetadata: {name: order}\n".formatted(kind));
        }
        return builder.build();
    }

    private void matches(Synthesis synthesis) {
        new SynthesisAssert(synthesis).matches(new GoldenFolder(folder, false, ""));
    }

    private void update(Synthesis synthesis) {
        new SynthesisAssert(synthesis).matches(new GoldenFolder(folder, true, ""));
    }

    @BeforeEach
    void write() {
        update(grace(40));
    }

    @Test
    void sayWhichLinesChange() {
        matches(grace(40));
        failsWith("""
                Expecting the synthesis
                to match the golden files in
                  FOLDER
                but 2 lines in 1 file differ
                  FOLDER/kubernetes/Deployment.yaml:14 (Deployment, every Deployment, spec, template, spec)
                  - terminationGracePeriodSeconds: 40
                  + terminationGracePeriodSeconds: 60
                If that is meant, run the test with -Dslipway.update=true, read what it changes, and commit it.
                """.replace("FOLDER", folder.toString()), () -> matches(grace(60)));
    }

    @Test
    void countOneLine() {
        Synthesis more =
                Synthesis.builder().manifests("prod", "order.yaml", """
                        kind: Deployment
                        metadata: {name: order}
                        spec: {paused: true, replicas: 2, template: {spec: {terminationGracePeriodSeconds: 40}}}
                        """).build();
        failsWith("""
                Expecting the synthesis
                to match the golden files in
                  FOLDER
                but 1 line in 1 file differs
                  FOLDER/kubernetes/Deployment.yaml:11 (Deployment, every Deployment, spec)
                  + paused: true
                If that is meant, run the test with -Dslipway.update=true, read what it changes, and commit it.
                """.replace("FOLDER", folder.toString()), () -> matches(more));
    }

    @Test
    void sayWhichFilesAreMissingAndWhichAreLeftOver() throws IOException {
        update(grace(40, "Service"));
        failsWith("""
                Expecting the synthesis
                to match the golden files in
                  FOLDER
                but 9 lines in 2 files differ
                  FOLDER/kubernetes/Secret.yaml is missing (9 lines)
                  FOLDER/kubernetes/Service.yaml is left over: nothing is rendered for it, delete it
                If that is meant, run the test with -Dslipway.update=true, read what it changes, and commit it.
                """.replace("FOLDER", folder.toString()), () -> matches(grace(40, "Secret")));

        update(grace(40, "Secret"));
        assertThat(folder.resolve("kubernetes/Service.yaml")).doesNotExist();
        assertThat(folder.resolve("kubernetes/Secret.yaml")).exists();
    }

    @Test
    void leaveAFileAloneThatSlipwayDidNotWrite() throws IOException {
        Path foreign = Files.writeString(folder.resolve("mine.yaml"), "kind: Mine\n");
        failsWith("""
                Expecting the synthesis
                to match the golden files in
                  FOLDER
                but 0 lines in 1 file differ
                  FOLDER/mine.yaml is left over: nothing is rendered for it, delete it
                If that is meant, run the test with -Dslipway.update=true, read what it changes, and commit it.
                """.replace("FOLDER", folder.toString()), () -> update(grace(40)));
        assertThat(foreign).exists();
    }

    @Test
    void showNoMoreThanSomebodyReads() {
        StringBuilder data = new StringBuilder("kind: ConfigMap\nmetadata: {name: a}\ndata:\n");
        for (int i = 0; i < 60; i++) {
            data.append("  k%s: v\n".formatted(i));
        }
        Synthesis many =
                Synthesis.builder().manifests("prod", "a.yaml", data.toString()).build();
        update(many);
        Synthesis other = Synthesis.builder()
                .manifests("prod", "a.yaml", data.toString().replace(": v", ": w"))
                .build();
        assertThatCode(() -> matches(other)).message().contains("but 120 lines in 1 file differ", "  and more\n");
    }

    @Test
    void doNotMindTheEndsOfLinesOnWindows() throws IOException {
        Path file = folder.resolve("kubernetes/Deployment.yaml");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        matches(grace(40));
    }

    @Nested
    class OnABuildServer {
        @Test
        void sayThatNothingIsWritten() {
            failsWith("""
                    Expecting the synthesis
                    not to be written on a build server as the golden files in
                      FOLDER
                    but -Dslipway.update=true is given, and the environment has CI=true
                    Run the test with -Dslipway.update=true on a machine of your own, read what it changes, and commit it.
                    """.replace("FOLDER", folder.toString()), () -> new SynthesisAssert(grace(60))
                    .matches(new GoldenFolder(folder, true, "true")));
            matches(grace(40));
        }

        @Test
        void areComparedAsAnywhere() {
            new SynthesisAssert(grace(40)).matches(new GoldenFolder(folder, false, "true"));
        }

        @ParameterizedTest
        @CsvSource(value = {"true, true", "1, 1", "woodpecker, woodpecker", "false, ''", "0, ''"})
        void isKnownByItsVariable(String ci, String expected) {
            assertThat(GoldenFolder.at(folder, Map.of("CI", ci)).ci()).isEqualTo(expected);
            assertThat(GoldenFolder.at(folder, Map.of()).ci()).isEmpty();
        }
    }
}
