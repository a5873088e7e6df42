package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with which topic, read from the templates alone, against what the services declare. */
class TopicAccessTest {
    private static final String CLUSTER = "${ClusterPath}";

    static Stream<Arguments> servicesInEnvironments() {
        return Stream.of("dev", "staging", "prod")
                .flatMap(environment -> OrderingPlatform.platform().services().stream()
                        .map(service -> Arguments.of(environment, service)));
    }

    @ParameterizedTest
    @MethodSource("servicesInEnvironments")
    void aRoleAllowsExactlyWhatItsServiceDeclares(String environment, Service service) {
        assertThat(allowed(environment, service.name())).isEqualTo(declared(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everyTopicThatARoleNamesIsMadeAndNoOther(String environment) {
        Set<String> named = new TreeSet<>();
        OrderingPlatform.platform().services().forEach(service -> allowed(environment, service.name())
                .keySet()
                .forEach(resource -> {
                    if (resource.startsWith("topic/")) {
                        named.add(resource.replace("topic/" + CLUSTER + "/", ""));
                    }
                }));
        assertThat(OrderingSynthesis.SYNTHESIS)
                .environment(environment)
                .resources("AWS::MSK::Topic")
                .hasCount(32)
                .areNamed(named.toArray(String[]::new));
    }

    @Test
    void everyOtherActionOfARoleIsNone() {
        assertThat(OrderingSynthesis.SYNTHESIS.resources("prod", "AWS::IAM::Role").stream()
                        .filter(role -> role.property("RoleName").text().matches("ordering\\.prod\\.[a-z]+"))
                        .flatMap(TopicAccessTest::statements)
                        .flatMap(statement -> statement.get("Action").texts().stream()))
                .isNotEmpty()
                .allMatch(action -> action.startsWith("kafka-cluster:"))
                .noneMatch(action -> action.contains("*"));
    }

    /** By resource, the actions that a service's needs make necessary; resources without account and region. */
    private static Map<String, Set<String>> declared(Service service) {
        Map<String, Set<String>> declared = new TreeMap<>();
        for (StreamingNeed need : service.needs(StreamingNeed.class)) {
            String topic = need.topic().name();
            add(declared, "cluster/" + CLUSTER, "Connect");
            if (need instanceof Publishes) {
                add(declared, "cluster/" + CLUSTER, "WriteDataIdempotently");
                add(declared, "topic/" + CLUSTER + "/" + topic, "DescribeTopic", "WriteData");
                add(
                        declared,
                        "transactional-id/" + CLUSTER + "/" + service.name(),
                        "AlterTransactionalId",
                        "DescribeTransactionalId");
            } else {
                add(declared, "topic/" + CLUSTER + "/" + topic, "DescribeTopic", "ReadData");
                add(declared, "group/" + CLUSTER + "/" + service.name(), "AlterGroup", "DescribeGroup");
            }
            if (need instanceof Consumes) {
                add(declared, "cluster/" + CLUSTER, "WriteDataIdempotently");
                String deadLetters = "topic/" + CLUSTER + "/" + topic + "." + service.name() + ".dlt";
                add(declared, deadLetters, "DescribeTopic", "ReadData", "WriteData");
            }
        }
        return declared;
    }

    /** By resource, the actions that the role of a service allows. */
    private static Map<String, Set<String>> allowed(String environment, String service) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        Resource role = OrderingSynthesis.SYNTHESIS.resources(environment, "AWS::IAM::Role").stream()
                .filter(candidate ->
                        candidate.property("RoleName").text().equals("ordering.%s.%s".formatted(environment, service)))
                .findFirst()
                .orElseThrow();
        statements(role).forEach(statement -> {
            assertThat(statement.get("Effect").text()).isEqualTo("Allow");
            for (Tree resource : statement.get("Resource").items()) {
                String[] actions = statement.get("Action").texts().stream()
                        .map(action -> action.replace("kafka-cluster:", ""))
                        .toArray(String[]::new);
                add(allowed, withoutAccount(resource), actions);
            }
        });
        return allowed;
    }

    private static Stream<Tree> statements(Resource role) {
        return role.property("Policies").items().stream()
                .flatMap(policy -> policy.at("PolicyDocument.Statement").items().stream());
    }

    /** What stands behind account and region, with the one part that is known only when deployed as a placeholder. */
    private static String withoutAccount(Tree arn) {
        List<Tree> parts = arn.at("Fn::Join.1").items();
        assertThat(parts)
                .as("an ARN with the cluster's path as its only unknown: %s", arn)
                .hasSizeBetween(2, 3);
        assertThat(parts.get(1).get("Ref").text()).matches("ReadOrdering(Dev|Staging|Prod)StreamingClusterPath");
        String text = parts.get(0).text()
                + CLUSTER
                + (parts.size() == 3 ? parts.get(2).text() : "");
        String start = "arn:aws:kafka:eu-central-1:111122223333:";
        assertThat(text).startsWith(start);
        return text.substring(start.length());
    }

    private static void add(Map<String, Set<String>> actions, String resource, String... more) {
        actions.computeIfAbsent(resource, r -> new TreeSet<>()).addAll(Arrays.asList(more));
    }
}
