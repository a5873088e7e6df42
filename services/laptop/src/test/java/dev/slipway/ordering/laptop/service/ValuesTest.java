package dev.slipway.ordering.laptop.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.part.Home;
import dev.slipway.ordering.laptop.part.Secrets;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValuesTest {
    private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Home home;
    private Values values;

    @BeforeEach
    void open() {
        home = new Home(Optional.of(folder));
        values = among(Map.of("HOME", "/root"));
    }

    private Values among(Map<String, String> surroundings) {
        return new Values(new Addresses("http://localhost:8080", 1, 2, 3, 4), new Secrets(home), surroundings);
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    @Test
    void everyVariableOfEveryContractHasAValueAndNoPlaceholder() {
        List<Contract> contracts = Found.contracts(SERVICES);
        assertThat(contracts).hasSize(8);

        for (Contract contract : contracts) {
            Map<String, String> given = values.of(contract, 9);
            TreeSet<String> expected = new TreeSet<>(contract.variables().keySet());
            expected.removeIf(Values::isOfTheCluster);
            assertThat(given.keySet()).containsAll(expected);
            assertThat(given.values()).noneMatch(value -> value.contains("<") || value.isBlank());
            TreeSet<String> beyond = new TreeSet<>(given.keySet());
            beyond.removeAll(expected);
            assertThat(beyond)
                    .isSubsetOf(
                            "SPRING_MAIL_HOST",
                            "SPRING_MAIL_PORT",
                            "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED",
                            "SPRING_PROFILES_ACTIVE");
        }
    }

    @Test
    void whatThePlatformKnowsIsTakenOver() {
        Contract store = contract("store");

        assertThat(values.of(store, 9))
                .containsEntry("TOPIC_ORDER_PLACED", "order.placed")
                .containsEntry("CACHE_KEY_PREFIX", "store:")
                .containsEntry("DATABASE_NAME", "store")
                .containsEntry("SERVER_PORT", "9")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:2");
    }

    @Test
    void secretsDifferByServiceAndAreTheSameAfterARestart() throws IOException {
        String first = values.of(contract("auth"), 9).get("KEY_ENCRYPTION_KEY");
        assertThat(values.databasePassword("auth")).isNotEqualTo(values.databasePassword("user"));

        home.close();
        open();

        assertThat(values.of(contract("auth"), 9)).containsEntry("KEY_ENCRYPTION_KEY", first);
        assertThat(first).hasSize(44);
    }

    @Test
    void tracesGoWhereTheUserOfTheLaptopSendsThemAndNowhereElse() {
        assertThat(contract("order").variables()).containsKey("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
        assertThat(values.of(contract("order"), 9).keySet())
                .filteredOn(variable -> variable.startsWith("OTEL_"))
                .containsExactlyInAnyOrder("OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES");

        assertThat(among(Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318",
                                "OTEL_TRACES_SAMPLER", "always_on",
                                "OTEL_SERVICE_NAME", "shell"))
                        .of(contract("order"), 9))
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318")
                .containsEntry("OTEL_TRACES_SAMPLER", "always_on")
                .containsEntry("OTEL_SERVICE_NAME", "order");
    }

    @Test
    void aVariableThatNobodyKnowsIsAProblem() {
        Contract contract =
                new Contract("new", "/ready", List.of(), List.of(), Map.of("SEARCH_HOST", List.of("<parameter>")));

        assertThatThrownBy(() -> values.of(contract, 9))
                .isInstanceOf(LaptopProblem.class)
                .hasMessage(
                        "The variable (SEARCH_HOST) of new must have a value on a laptop. Fix: give it one in Values.");
    }

    private static Contract contract(String service) {
        return Found.contracts(SERVICES).stream()
                .filter(contract -> contract.service().equals(service))
                .findFirst()
                .orElseThrow();
    }
}
