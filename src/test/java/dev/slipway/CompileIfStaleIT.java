package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the CLIs start Maven: with a Maven that only notes that it was started, in a build of empty files. */
class CompileIfStaleIT {
    private static final Instant COMPILED = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant BEFORE = COMPILED.minusSeconds(60);
    private static final Instant AFTER = COMPILED.plusSeconds(60);
    private static final List<String> INPUTS = List.of(
            "pom.xml",
            "package-lock.json",
            "src/build/compile-if-stale.mjs",
            "src/main/java/Shop.java",
            "src/main/resources/shop.json");

    @TempDir
    private Path root;

    @BeforeEach
    void everythingIsCompiled() throws IOException {
        assumeThat(System.getProperty("os.name"))
                .as("a Maven of our own is a shell script")
                .doesNotContain("Windows");
        for (String input : INPUTS) {
            Path file = root.resolve(input);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        Files.writeString(
                root.resolve("src/build/compile-if-stale.mjs"),
                Files.readString(Path.of("src/build/compile-if-stale.mjs")));
        Files.createDirectories(root.resolve("target"));
        Files.createFile(root.resolve("target/slipway.args"));
        Path maven = Files.createDirectory(root.resolve("bin")).resolve("mvn");
        Files.writeString(
                maven, "#!/bin/sh\necho noise\necho \"$@\" >> '%s'\nexit ${MAVEN_EXIT:-0}\n".formatted(started()));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        try (var paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(BEFORE));
            }
        }
        Files.setLastModifiedTime(root.resolve("target/slipway.args"), FileTime.from(COMPILED));
    }

    @Test
    void startsNoMavenWhereNothingIsNewerThanTheLastCompilation() {
        assertThat(run(Map.of()).exit()).isZero();

        assertThat(started()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "package-lock.json", "src/main/java/Shop.java", "src/main/resources/shop.json"})
    void compilesWhereAnInputIsNewer(String input) throws IOException {
        Files.setLastModifiedTime(root.resolve(input), FileTime.from(AFTER));

        Child child = run(Map.of());

        assertThat(child.exit()).isZero();
        assertThat(Files.readString(started())).endsWith("compile\n");
        assertThat(child.out())
                .as("standard output, which may be a pipe for manifests")
                .isEmpty();
    }

    @Test
    void compilesWhereASourceWasDeleted() throws IOException {
        Files.delete(root.resolve("src/main/java/Shop.java"));

        run(Map.of());

        assertThat(started()).exists();
    }

    @Test
    void compilesWhereNothingWasCompiledYet() throws IOException {
        Files.delete(root.resolve("target/slipway.args"));

        run(Map.of());

        assertThat(started()).exists();
    }

    @Test
    void startsNoMavenForWhatIsNoInput() throws IOException {
        Files.createDirectories(root.resolve("dist"));
        Files.writeString(root.resolve("dist/new.yaml"), "new");

        run(Map.of());

        assertThat(started()).doesNotExist();
    }

    @Test
    void failsWhereTheCompilationFails() throws IOException {
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(AFTER));

        assertThat(run(Map.of("MAVEN_EXIT", "7")).exit()).isEqualTo(7);
    }

    private Path started() {
        return root.resolve("started.txt");
    }

    private Child run(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        return Child.of(root, all, List.of("node", "src/build/compile-if-stale.mjs"));
    }
}
