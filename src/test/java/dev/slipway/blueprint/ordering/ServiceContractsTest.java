package dev.slipway.blueprint.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.slipway.Slipway;
import dev.slipway.capability.edge.Route;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Termination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the platform gives to each of its services, as the build of {@code services/} compares it with what they read.
 * {@code mvn test -Dtest=ServiceContractsTest -Dslipway.update=true} writes the files anew.
 */
class ServiceContractsTest {
    private static final Plan PLAN = Slipway.plan(OrderingPlatform.platform());

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @MethodSource("services")
    void standsBesideTheServicesAsPlanned(String service) throws IOException {
        Path file = Path.of("services/contract/%s.json".formatted(service));
        String contract = JSON.writeValueAsString(contract(service)) + "\n";
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(file, contract);
        }
        assertThat(file).hasContent(contract);
    }

    static Stream<String> services() {
        return OrderingPlatform.platform().services().stream().map(Service::name);
    }

    private static Map<String, Object> contract(String name) {
        Service service = OrderingPlatform.platform().services().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("service", name);
        contract.put("readiness", service.health().readiness());
        contract.put("liveness", service.health().liveness());
        contract.put("shutdownSeconds", Termination.SHUTDOWN);
        contract.put(
                "routes", service.needs(Route.class).stream().map(Route::path).toList());
        contract.put(
                "topics",
                service.needs(StreamingNeed.class).stream()
                        .map(ServiceContractsTest::topic)
                        .toList());
        contract.put("variables", variables(name));
        return contract;
    }

    private static Map<String, Object> topic(StreamingNeed need) {
        Topic topic = need.topic();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", topic.name());
        properties.put("access", need.describe().replace(" " + topic.name(), ""));
        properties.put("key", topic.key().orElse(""));
        properties.put("partitions", topic.partitions());
        properties.put("compacted", topic.compacted());
        return properties;
    }

    /** By name: every value that it has in some environment, and who gives it where that is known only there. */
    private static SortedMap<String, List<String>> variables(String service) {
        SortedMap<String, SortedSet<String>> values = new TreeMap<>();
        for (EnvironmentPlan environment : PLAN.environments()) {
            for (ServicePlan plan : environment.services()) {
                if (plan.name().equals(service)) {
                    plan.variables().forEach(variable -> values.computeIfAbsent(variable.name(), n -> new TreeSet<>())
                            .add(value(variable)));
                }
            }
        }
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        values.forEach((variable, all) -> sorted.put(variable, List.copyOf(all)));
        return sorted;
    }

    private static String value(Variable variable) {
        Source source = variable.source();
        if (source instanceof Source.Plain plain) {
            return plain.value();
        }
        return source instanceof Source.FromParameter ? "<parameter>" : "<secret>";
    }
}
