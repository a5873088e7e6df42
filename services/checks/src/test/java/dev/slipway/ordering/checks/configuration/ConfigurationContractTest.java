package dev.slipway.ordering.checks.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.checks.Build;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What each service reads is what the platform sets, and the other way round. */
class ConfigurationContractTest {
    static List<String> services() {
        return Build.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void readsWhatThePlatformSetsAndNothingElse(String service) {
        assertThat(Service.of(service).problems(given(service), givenToAny())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void findsAVariableThatThePlatformForgets(String service) {
        SortedSet<String> given = given(service);
        given.remove("KAFKA_BOOTSTRAP_SERVERS");

        assertThat(Service.of(service).problems(given, givenToAny()))
                .containsExactly("KAFKA_BOOTSTRAP_SERVERS is required and the platform does not set it");
    }

    @ParameterizedTest
    @MethodSource("services")
    void findsAVariableThatNobodyReads(String service) {
        SortedSet<String> given = given(service);
        given.add("KAFKA_ACKS");

        assertThat(Service.of(service).problems(given, givenToAny()))
                .containsExactly("KAFKA_ACKS is set by the platform and nothing reads it");
    }

    /** Java or Boot may read another name one day: then the entry here is wrong. */
    @Test
    void knowsWhatLibrariesRead() throws IOException {
        for (var variable : Service.BY_LIBRARIES.entrySet()) {
            String file = variable.getValue().replace('.', '/') + ".class";
            try (InputStream reader = getClass().getClassLoader().getResourceAsStream(file)) {
                assertThat(reader).as(file).isNotNull();
                assertThat(new String(reader.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .contains(variable.getKey());
            }
        }
    }

    private static SortedSet<String> givenToAny() {
        SortedSet<String> given = new TreeSet<>();
        services().forEach(service -> given.addAll(given(service)));
        return given;
    }

    private static SortedSet<String> given(String service) {
        SortedSet<String> given = new TreeSet<>();
        new JsonMapper()
                .readTree(Build.read(Build.contract(service)))
                .path("variables")
                .propertyNames()
                .forEach(given::add);
        return given;
    }
}
