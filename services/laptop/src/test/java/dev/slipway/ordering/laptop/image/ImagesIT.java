package dev.slipway.ordering.laptop.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.service.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The images of all services that are built, on the empty base that needs no registry. */
final class ImagesIT {
    private static final Path SERVICES = Path.of("").toAbsolutePath().getParent();

    private static final String OWN = "%s-0.1.0-SNAPSHOT.jar";

    static List<String> services() {
        return Found.in(SERVICES).stream()
                .map(Found::contract)
                .map(Contract::service)
                .toList();
    }

    static Stream<Object[]> images() {
        return services().stream()
                .flatMap(service -> Stream.of("amd64", "arm64").map(machine -> new Object[] {service, machine}));
    }

    private static Path tar(String service, String machine) {
        return SERVICES.resolve(service).resolve("target/image-" + machine + ".tar");
    }

    @ParameterizedTest
    @MethodSource("images")
    void isForItsPlatformAndRunsTheServiceAsNobody(String service, String machine) {
        Image image = Image.of(tar(service, machine));

        assertThat(image.text("/os")).isEqualTo("linux");
        assertThat(image.text("/architecture")).isEqualTo(machine);
        assertThat(image.text("/config/User")).isEqualTo("65532:65532");
        assertThat(image.text("/config/WorkingDir")).isEqualTo("/app");
        assertThat(image.configuration().at("/config/ExposedPorts").propertyNames())
                .containsExactly("8080/tcp");
        assertThat(image.texts("/config/Env"))
                .as("variables are the platform's")
                .isEmpty();
        assertThat(image.entryPoint())
                .startsWith("java", "-cp", "@/app/jib-classpath-file")
                .endsWith(image.mainClass());
        assertThat(image.mainClass()).matches("dev\\.slipway\\.ordering\\." + service + "\\.[A-Z]\\w*Application");
    }

    /** What changes with every commit comes last, and what seldom does is shared. */
    @ParameterizedTest
    @MethodSource("services")
    void hasItsLibrariesBelowItsOwnClasses(String service) {
        Image image = Image.of(tar(service, "amd64"));

        int libraries = image.layerOf("app/libs/spring-core-" + version(image, "spring-core") + ".jar");
        int starter = image.layerOf("app/libs/" + OWN.formatted("starter"));
        int classes = image.layerOf("app/classpath/" + OWN.formatted(service));
        assertThat(classes).isGreaterThan(libraries);
        assertThat(starter).isNotEqualTo(libraries);
        assertThat(image.layers().get(libraries).keySet())
                .allMatch(name -> "app/libs/".startsWith(name) || name.startsWith("app/libs/"));
        assertThat(image.layers().get(classes).keySet())
                .filteredOn(name -> name.endsWith(".jar"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("images")
    void saysNothingOfWhenAndWhereItWasBuilt(String service, String machine) {
        Image image = Image.of(tar(service, machine));

        assertThat(image.text("/created")).isEqualTo("1970-01-01T00:00:00Z");
        for (Map<String, TarArchiveEntry> layer : image.layers()) {
            assertThat(layer).isNotEmpty().allSatisfy((name, entry) -> {
                assertThat(entry.getLastModifiedDate().toInstant()).hasToString("1970-01-01T00:00:01Z");
                assertThat(entry.getLongUserId()).isZero();
                assertThat(entry.getLongGroupId()).isZero();
                assertThat(entry.getMode() & 0b010_010)
                        .as(name + " is not for others to write")
                        .isZero();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void carriesItsLicenseAndTheListOfItsParts(String service) throws IOException {
        Path written = SERVICES.resolve(service).resolve("target/image/sbom/bom.json");
        assertThat(written).as("Maven writes it only when it is not offline").exists();
        Image image = Image.of(tar(service, "amd64"));
        image.layerOf("app/LICENSE");
        image.layerOf("app/sbom/bom.json");

        JsonNode bom = new JsonMapper().readTree(Files.readString(written));

        assertThat(bom.at("/metadata/component/name").asString()).isEqualTo(service);
        List<String> listed = bom.path("components")
                .valueStream()
                .map(part -> part.path("name").asString() + "-"
                        + part.path("version").asString() + ".jar")
                .toList();
        List<String> libraries = image.layers().stream()
                .flatMap(layer -> layer.keySet().stream())
                .filter(name -> name.startsWith("app/libs/") && name.endsWith(".jar"))
                .map(name -> name.substring("app/libs/".length()))
                .toList();
        assertThat(libraries).hasSizeGreaterThan(50).allSatisfy(library -> assertThat(listed)
                .contains(library));
    }

    @Test
    void noImageHoldsAnEmbeddedPart() {
        for (String service : services()) {
            assertThat(Image.of(tar(service, "amd64")).layers()).allSatisfy(layer -> assertThat(layer.keySet())
                    .noneMatch(name -> name.contains("embedded") || name.contains("junit")));
        }
    }

    private static String version(Image image, String library) {
        return image.layers().stream()
                .flatMap(layer -> layer.keySet().stream())
                .filter(name -> name.matches("app/libs/" + library + "-[0-9.]+\\.jar"))
                .map(name -> name.substring(("app/libs/" + library + "-").length(), name.length() - ".jar".length()))
                .findFirst()
                .orElseThrow();
    }
}
