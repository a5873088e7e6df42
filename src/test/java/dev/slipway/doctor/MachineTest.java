package dev.slipway.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    private final Map<String, String> printed = new TreeMap<>(Map.of(
            "mvn", "Apache Maven 3.9.9 (8e8579a9e76f7d015ee5ec7bfcdc97d260186937)\nJava version: 25",
            "node", "v22.11.0",
            "npm", "10.9.0",
            "cdk", "2.1148.1 (build 8b1a2c3)",
            "kubectl", "Client Version: v1.32.0\nKustomize Version: v5.5.0"));

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"devDependencies\": {\"aws-cdk\": \"2.1148.1\"}}");
        Files.createDirectories(folder.resolve("node_modules/.bin"));
        Files.writeString(folder.resolve("node_modules/.bin/cdk"), "");
        Files.writeString(folder.resolve("node_modules/.bin/cdk.cmd"), "");
    }

    private List<Finding> look(int java) {
        Programs programs = (where, command) -> Optional.ofNullable(
                printed.get(Path.of(command.get(0)).getFileName().toString().replace(".cmd", "")));
        return new Machine(folder, programs, java).look();
    }

    private Finding found(String what, int java) {
        return look(java).stream()
                .filter(finding -> finding.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isReadyWithWhatTheBuildWants() {
        assertThat(look(25)).hasSize(6).allMatch(finding -> finding.level() == Finding.Level.OK);
        assertThat(found("Maven", 25)).isEqualTo(Finding.ok("Maven", "3.9.9", "3.8 or later"));
    }

    @Test
    void namesWhatIsTooOldWithItsFix() {
        printed.put("mvn", "Apache Maven 3.6.3");
        printed.put("node", "v18.20.4");
        printed.put("npm", "9.1.0");

        assertThat(found("Maven", 25))
                .isEqualTo(new Finding(
                        Finding.Level.ERROR,
                        "Maven",
                        "3.6.3",
                        "3.8 or later",
                        "install it from https://maven.apache.org."));
        assertThat(found("Node", 25).level()).isEqualTo(Finding.Level.ERROR);
        assertThat(found("npm", 25).level()).isEqualTo(Finding.Level.ERROR);
        assertThat(found("JDK", 11).fix()).isEqualTo("point JAVA_HOME at a JDK 25.");
    }

    @Test
    void toleratesWhatWorksAndNobodySupports() {
        printed.put("node", "v20.20.2");

        assertThat(found("Node", 25).level()).isEqualTo(Finding.Level.WARNING);
        assertThat(found("JDK", 26).level()).isEqualTo(Finding.Level.WARNING);
    }

    @Test
    void wantsExactlyTheCdkThatTheProjectPins() throws IOException {
        printed.put("cdk", "2.1000.0 (build 1)");
        assertThat(found("CDK CLI", 25))
                .isEqualTo(new Finding(Finding.Level.ERROR, "CDK CLI", "2.1000.0", "2.1148.1", "npm ci"));

        Files.delete(folder.resolve("node_modules/.bin/cdk"));
        Files.delete(folder.resolve("node_modules/.bin/cdk.cmd"));
        assertThat(found("CDK CLI", 25).found()).isEqualTo("not installed");

        Files.writeString(folder.resolve("package.json"), "{");
        assertThat(found("CDK CLI", 25).found()).isEqualTo("no version in package.json");
    }

    @Test
    void doesWithoutKubectl() {
        printed.remove("kubectl");

        assertThat(found("kubectl", 25).level()).isEqualTo(Finding.Level.WARNING);
    }

    @Test
    void asksProgramsOfThisMachineAndGivesUpWhereThereAreNone() {
        Programs programs = Programs.ofThisMachine();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThat(programs.output(folder, List.of(java, "--version")).flatMap(Version::in))
                .map(Version::major)
                .contains(Runtime.version().feature());
        assertThat(programs.output(folder, List.of(java, "--no-such-option"))).isEmpty();
        assertThat(programs.output(folder, List.of("no-such-program-anywhere"))).isEmpty();
    }
}
