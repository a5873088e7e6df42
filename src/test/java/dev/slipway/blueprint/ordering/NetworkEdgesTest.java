package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.cache.CacheNeed;
import dev.slipway.capability.database.DatabaseNeed;
import dev.slipway.capability.edge.Route;
import dev.slipway.capability.network.Reaches;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.platform.Need;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way on the network that the manifests open is a declared need or one of a few necessities. */
class NetworkEdgesTest {
    private static final Map<String, String> SECOND_OCTET = Map.of("dev", "10", "staging", "20", "prod", "30");

    /** Names, credentials and metrics: what every pod needs whatever its service declares. */
    private static final Set<String> NECESSITIES = Set.of(
            "out UDP 53 172.20.0.10/32",
            "out TCP 53 172.20.0.10/32",
            "out UDP 53 kube-system/kube-dns",
            "out TCP 53 kube-system/kube-dns",
            "out TCP 80 169.254.170.23/32",
            "in TCP 8080 monitoring");

    /** To the collector; none of tasks. */
    private static final String TRACES = "out TCP 4318 monitoring";

    static Stream<Arguments> servicesInEnvironments() {
        return TopicAccessTest.servicesInEnvironments();
    }

    @ParameterizedTest
    @MethodSource("servicesInEnvironments")
    void aPolicyOpensExactlyWhatItsServiceDeclares(String environment, Service service) {
        Set<String> expected = new TreeSet<>(NECESSITIES);
        expected.add(TRACES);
        service.needs().forEach(need -> expected.addAll(edges(environment, need)));

        assertThat(Observed.of(environment, service.name()).edges()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void aTaskReachesItsDatabaseAndNothingElse(String environment) {
        Set<String> expected = NECESSITIES.stream()
                .filter(edge -> edge.startsWith("out"))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(isolated(environment, 5432));

        OrderingPlatform.platform().services().forEach(service -> assertThat(
                        Observed.of(environment, service.name() + "-database").edges())
                .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void whatNoPolicySelectsIsClosed(String environment) {
        assertThat(OrderingSynthesis.SYNTHESIS)
                .environment(environment)
                .manifests("NetworkPolicy")
                .where("spec.podSelector", Map.of())
                .hasCount(1)
                .each(policy -> policy.doesNotHaveField("spec.ingress")
                        .doesNotHaveField("spec.egress")
                        .field("spec.policyTypes")
                        .hasItems("Ingress", "Egress"));
    }

    @Test
    void everyPolicyStandsInTheNamespaceOfItsPods() {
        assertThat(OrderingSynthesis.SYNTHESIS)
                .environment("prod")
                .manifests("NetworkPolicy")
                .hasCount(17)
                .each(policy -> policy.isInNamespace("ordering"));
    }

    private static Set<String> edges(String environment, Need need) {
        if (need instanceof StreamingNeed) {
            return isolated(environment, 9098);
        }
        if (need instanceof DatabaseNeed) {
            return isolated(environment, 5432);
        }
        if (need instanceof CacheNeed) {
            return isolated(environment, 6379);
        }
        if (need instanceof Route) {
            return ranges(environment, "in TCP 8080", List.of(108, 112, 116));
        }
        if (need instanceof Reaches reaches) {
            return Set.of("out TCP %s %s".formatted(reaches.port(), reaches.host()));
        }
        return Set.of();
    }

    private static Set<String> isolated(String environment, int port) {
        return ranges(environment, "out TCP " + port, List.of(96, 100, 104));
    }

    private static Set<String> ranges(String environment, String start, List<Integer> thirdOctets) {
        return thirdOctets.stream()
                .map(octet -> "%s 10.%s.%s.0/22".formatted(start, SECOND_OCTET.get(environment), octet))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
