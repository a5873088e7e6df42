package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.Child;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit on JUnit 6: the same classes, on a class path with its jars in the place of those of JUnit 5. */
class OnJUnit6IT {
    private static final Pattern JAR = Pattern.compile("(?<base>.*/org/junit/(?:jupiter|platform)/(?<name>[^/]+))/.*");

    @TempDir
    private Path folder;

    @Test
    void injectsTheSameRenderingInNestedAndParameterizedAndParallelTests() throws IOException {
        String version = pinned();
        List<String> jars = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(jar -> !jar.contains("archunit-junit5"))
                .map(jar -> JAR.matcher(jar.replace('\\', '/')))
                .map(jar -> jar.matches()
                        ? "%1$s/%3$s/%2$s-%3$s.jar".formatted(jar.group("base"), jar.group("name"), version)
                        : jar.replaceAll("$0"))
                .distinct()
                .toList();
        List<String> missing = jars.stream()
                .filter(jar -> jar.contains("/org/junit/") && Files.notExists(Path.of(jar)))
                .toList();
        assumeThat(missing)
                .as(
                        "run mvn dependency:get -Dartifact=org.junit.jupiter:junit-jupiter:%s, or this is not tested",
                        version)
                .isEmpty();

        Child child = Child.of(
                folder,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jars.stream()
                                .map(jar -> Path.of(jar).toAbsolutePath().toString())
                                .collect(Collectors.joining(File.pathSeparator)),
                        RunOfSamples.class.getName()));

        assertThat(child.exit()).as(child.err()).isZero();
        assertThat(child.out())
                .contains("junit-jupiter-api-%s.jar: 9 passed, 1 failed, rendered 1 times".formatted(version))
                .contains("1 replicas, fixed");
    }

    /** The next JUnit, as the POM names it. */
    private static String pinned() throws IOException {
        Matcher property =
                Pattern.compile("<junit-next\\.version>([^<]+)<").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(property.find()).isTrue();
        return property.group(1);
    }
}
