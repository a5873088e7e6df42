package dev.slipway.ordering.laptop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.service.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of a service by the JVM of the tests, which stands in for that of the image. */
final class TrainingIT {
    private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void aTrainedServiceTakesItsClassesFromTheCache() throws Exception {
        Jvm jvm = Jvm.in(Path.of(System.getProperty("java.home")));
        Training training = new Training(SERVICES, jvm);
        Contract order = Found.contracts(SERVICES).stream()
                .filter(contract -> contract.service().equals("order"))
                .findFirst()
                .orElseThrow();
        Path target = SERVICES.resolve("order/target");

        Path cache = training.train(order);

        assertThat(cache).isEqualTo(target.resolve("cache").resolve(jvm.file("order")));
        assertThat(target.resolve("cache/options")).hasContent(jvm.read("/app/cache/" + cache.getFileName()) + "\n");
        Path argument = Files.writeString(
                folder.resolve("options"),
                "%s -Xlog:class+load:file=%s".formatted(jvm.read(cache.toString()), folder.resolve("classes")));
        training.run(order, target.resolve("unpacked"), "@" + argument, folder.resolve("log"));
        try (Stream<String> loaded = Files.lines(folder.resolve("classes"))) {
            assertThat(loaded.filter(line -> line.contains(" org.springframework.") && !line.contains("Lambda"))
                            .filter(line -> line.contains("source: shared objects file"))
                            .count())
                    .isGreaterThan(3000);
        }
    }

    @Test
    void aFolderWithoutAJvmIsAProblem() {
        assertThatThrownBy(() -> Jvm.in(folder))
                .isInstanceOf(LaptopProblem.class)
                .hasMessage(
                        "The folder (%s) must hold a JVM, and has no file release. Fix: name the folder that has bin/java in it."
                                .formatted(folder));
    }

    @Test
    void whatTheJvmIsToldDependsOnItsVersion() throws IOException {
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"25.0.3\"\n");

        Jvm jvm = Jvm.in(folder);

        assertThat(jvm.feature()).isEqualTo(25);
        assertThat(jvm.write(Path.of("order.aot"))).isEqualTo("-XX:AOTCacheOutput=order.aot");
        assertThat(jvm.read("order.aot")).isEqualTo("-XX:AOTCache=order.aot");
        assertThat(new Jvm(folder, 24).read("order.jsa")).isEqualTo("-XX:SharedArchiveFile=order.jsa");
    }
}
