package dev.slipway.ordering.checks.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.checks.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The finder of variables on classes that read them in each of the ways there are. */
class ServiceTest {
    record Reader(
            @Value("${BY_VALUE}") String value,
            @Value("${WITH_DEFAULT:x}") String other) {
        static String lookUp() {
            return Optional.ofNullable(System.getenv("BY_GETENV")).orElse("none");
        }

        static int everything() {
            return System.getenv().size();
        }
    }

    @ConfigurationProperties("sample")
    record Sample(
            Duration patience,
            String inDocument,
            @DefaultValue("1") int number) {}

    @TempDir
    private Path folder;

    @Test
    void findsEveryWayToReadAVariable() throws IOException {
        SortedSet<String> given = new TreeSet<>();
        given.add("SUPERFLUOUS");

        assertThat(sample().problems(given, given))
                .containsExactly(
                        "BY_GETENV is required and the platform does not set it",
                        "BY_VALUE is required and the platform does not set it",
                        "IN_DOCUMENT is required and the platform does not set it",
                        "IN_IMPORT is required and the platform does not set it",
                        "SAMPLE_PATIENCE is required and the platform does not set it",
                        "SUPERFLUOUS is set by the platform and nothing reads it",
                        "WITH_DEFAULT is read and no platform sets it",
                        "everything, in dev/slipway/ordering/checks/configuration/ServiceTest$Reader.everything is"
                                + " required and the platform does not set it");
    }

    private Service sample() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("sample"));
        Path starter =
                Files.createDirectories(folder.resolve("starter/slipway")).getParent();
        Files.writeString(classes.resolve("sample.yaml"), """
                spring.config.import: classpath:slipway/one.yaml
                ---
                # ${NOT_IN_A_COMMENT}
                sample.in-document: ${IN_DOCUMENT}
                """);
        Files.writeString(starter.resolve("slipway/one.yaml"), "one: ${IN_IMPORT}\n");
        for (Class<?> type : new Class<?>[] {Reader.class, Sample.class}) {
            String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
            Files.copy(
                    Build.folder()
                            .resolve("checks/target/test-classes")
                            .resolve(type.getPackageName().replace('.', '/'))
                            .resolve(name),
                    classes.resolve(name));
        }
        return Service.of("sample", classes, Optional.ofNullable(starter).orElseThrow());
    }
}
