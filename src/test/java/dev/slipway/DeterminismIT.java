package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.testing.hermetic.SecondSynthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default platform gives the same bytes in another folder, home, locale and time zone, and on another JDK. */
class DeterminismIT {
    /** Home of a second JDK, where none is found beside the one that runs the tests. */
    private static final String OTHER_JAVA_HOME = "SLIPWAY_OTHER_JAVA_HOME";

    @TempDir
    private static Path folder;

    private static Map<String, String> reference = Map.of();

    @BeforeAll
    static void runAsItIs() throws IOException {
        reference = output("here", Path.of(System.getProperty("java.home")), Map.of(), List.of());
    }

    @Test
    void findsNothingToSayAboutTheDefaultPlatform() {
        assertThat(reference.get("cdk.out/validation-report.json"))
                .as("problems that the validation of the CDK reports")
                .contains("\"pluginReports\": []");
    }

    @Test
    void leavesNothingToBeLookedUpInAnAccount() {
        List<String> asking = reference.entrySet().stream()
                .filter(file -> file.getKey().endsWith("/manifest.json"))
                .filter(file -> file.getValue().contains("\"missing\""))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(asking)
                .as("assemblies for which the CDK CLI would ask AWS, and then synthesize a second time")
                .isEmpty();
    }

    @Test
    void writesNoPathOfTheMachine() {
        List<String> naming = reference.entrySet().stream()
                .filter(file -> Stream.of(folder.toString(), System.getProperty("user.home") + "/", "jsii-kernel")
                        .anyMatch(file.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(naming)
                .as("files that name this folder, the user's, or the one that the CDK was unpacked to")
                .isEmpty();
    }

    @Test
    void writesTheSameBytesInAnotherFolderHomeLocaleAndTimeZone() {
        SecondSynthesis.of(OrderingPlatform.class).verify();
    }

    @Test
    void writesTheSameBytesOnAnotherJdk() throws IOException {
        Optional<Path> other = otherJavaHome();
        assumeThat(other)
                .as("another JDK below /usr/lib/jvm, or in %s: without one, this is not tested", OTHER_JAVA_HOME)
                .isPresent();
        List<String> options = List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Africa/Cairo");

        assertSameBytes(output("jdk", other.orElseThrow(), Map.of("LC_ALL", "ar_EG.UTF-8"), options));
    }

    private static void assertSameBytes(Map<String, String> other) {
        assertThat(other.keySet()).isEqualTo(reference.keySet());
        List<String> different = reference.keySet().stream()
                .filter(path -> !Objects.equals(reference.get(path), other.get(path)))
                .toList();
        assertThat(different)
                .as("files that differ, such as %s", firstDifference(different, other))
                .isEmpty();
    }

    private static String firstDifference(List<String> different, Map<String, String> other) {
        if (different.isEmpty()) {
            return "";
        }
        List<String> expected = reference.get(different.get(0)).lines().toList();
        List<String> actual = other.get(different.get(0)).lines().toList();
        return IntStream.range(0, Math.min(expected.size(), actual.size()))
                .filter(line -> !expected.get(line).equals(actual.get(line)))
                .mapToObj(line -> "%s%n%s%n%s".formatted(different.get(0), expected.get(line), actual.get(line)))
                .findFirst()
                .orElse(different.get(0));
    }

    private static Map<String, String> output(
            String name, Path javaHome, Map<String, String> variables, List<String> options) throws IOException {
        Path workingFolder = Files.createDirectories(folder.resolve(name));
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OrderingPlatform.class.getName()));
        Child child = Child.of(workingFolder, variables, command);
        assertThat(child.exit()).as(child.err()).isZero();
        Map<String, String> files = Run.files(workingFolder);
        assertThat(files).containsKeys("cdk.out/manifest.json", "dist/dev/order.k8s.yaml");
        return files;
    }

    private static Optional<Path> otherJavaHome() throws IOException {
        String named = System.getenv(OTHER_JAVA_HOME);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        String own = release(Path.of(System.getProperty("java.home")));
        try (Stream<Path> homes = Files.list(installed)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .sorted()
                    .filter(home -> !release(home).equals(own))
                    .findFirst();
        }
    }

    /** The line of a JDK's own description that names its version. */
    private static String release(Path javaHome) {
        try (Stream<String> lines = Files.lines(javaHome.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
