package dev.slipway.review.across;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.across.Grants.Grant;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.network.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A topic that a pod is told of ({@code TOPIC_ORDER_PLACED}), what its role may do with it, its consumer group
 * ({@code KAFKA_GROUP_ID}), and its way to the brokers.
 */
public final class TopicPaths {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "TOPIC_";
    private static final String GROUP = "KAFKA_GROUP_ID";
    private static final String BROKERS = "KAFKA_BOOTSTRAP_SERVERS";

    /** Of MSK with IAM, within the VPC: https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html. */
    private static final long IAM_PORT = 9098;

    private final Planes planes;
    private final Policies policies;
    private final Grants grants;
    private final Set<String> topics;

    private TopicPaths(Planes planes) {
        this.planes = planes;
        this.policies = Policies.of(planes.synthesis(), planes.name());
        this.grants = new Grants(planes);
        this.topics = Stream.concat(
                        planes.ofType("AWS::MSK::Topic")
                                .map(topic -> topic.property("TopicName").text()),
                        planes.ofKind("ConfigMap").flatMap(TopicPaths::listed))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis)
                .map(TopicPaths::new)
                .flatMap(paths -> paths.planes.pods().flatMap(paths::ofPod));
    }

    /** What a task makes: the file {@code topics.json} of its config map. */
    private static Stream<String> listed(Manifest map) {
        String text = map.at("data").get("topics.json").text();
        try {
            Stream.Builder<String> names = Stream.builder();
            JSON.readTree(text.isEmpty() ? "[]" : text)
                    .forEach(topic -> names.add(topic.path("name").asText()));
            return names.build();
        } catch (JsonProcessingException e) {
            return Stream.empty();
        }
    }

    private Stream<Finding> ofPod(PodSpec pod) {
        Map<String, String> variables = pod.variables(planes);
        if (!variables.containsKey(BROKERS)) {
            return Stream.empty();
        }
        List<Map.Entry<String, String>> used = variables.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(TOPIC))
                .toList();
        Stream<Finding> unmade = used.stream()
                .filter(variable -> !topics.isEmpty() && !topics.contains(variable.getValue()))
                .map(variable -> about(
                        pod,
                        "is told of topic (%s) by variable %s, which must be one that is made."
                                .formatted(variable.getValue(), variable.getKey())));
        return Stream.of(unmade, path(pod, variables), permissions(pod, variables, used))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> path(PodSpec pod, Map<String, String> variables) {
        String servers = variables.getOrDefault(BROKERS, "");
        Optional<Long> port = servers.matches(".*:\\d{1,5}")
                ? Optional.of(Long.valueOf(servers.substring(servers.lastIndexOf(':') + 1)))
                : isWithIam(variables) ? Optional.of(IAM_PORT) : Optional.empty();
        return port.filter(number -> !policies.leaves(pod.workload(planes), number)).stream()
                .map(number -> about(
                        pod,
                        "talks to brokers on port (%s), for which a NetworkPolicy must let its pods leave."
                                .formatted(number)));
    }

    private static boolean isWithIam(Map<String, String> variables) {
        return variables.getOrDefault("KAFKA_SASL_MECHANISM", "").matches("OAUTHBEARER|AWS_MSK_IAM");
    }

    private Stream<Finding> permissions(
            PodSpec pod, Map<String, String> variables, List<Map.Entry<String, String>> used) {
        if (!isWithIam(variables) || planes.resources().isEmpty() || used.isEmpty()) {
            return Stream.empty();
        }
        List<Grant> all = grants.roles(pod.owner().namespace(), pod.serviceAccount())
                .flatMap(role -> Grants.of(role).stream())
                .toList();
        if (all.isEmpty()) {
            return Stream.of(about(
                    pod,
                    "talks to brokers as service account (%s), which must have a role by a pod identity association."
                            .formatted(pod.serviceAccount())));
        }
        Stream<Finding> forbidden = used.stream()
                .filter(variable -> !may(all, "ReadData", "topic", variable.getValue())
                        && !may(all, "WriteData", "topic", variable.getValue()))
                .map(variable -> about(
                        pod,
                        "is told of topic (%s) by variable %s, which its role must be allowed to read or to write."
                                .formatted(variable.getValue(), variable.getKey())));
        Stream<Finding> group = Optional.ofNullable(variables.get(GROUP))
                .filter(name -> all.stream().anyMatch(grant -> grant.allows("kafka-cluster:ReadData")))
                .filter(name -> !may(all, "AlterGroup", "group", name))
                .map(name -> about(
                        pod,
                        "consumes in group (%s), which its role must be allowed to alter: kafka-cluster:AlterGroup."
                                .formatted(name)))
                .stream();
        Stream<Finding> connect = may(all, "Connect")
                ? Stream.empty()
                : Stream.of(about(
                        pod, "talks to brokers with a role that must be allowed to connect: kafka-cluster:Connect."));
        return Stream.of(forbidden, group, connect, gone(pod, all)).flatMap(findings -> findings);
    }

    /** A permission for a topic that nobody makes. */
    private Stream<Finding> gone(PodSpec pod, List<Grant> all) {
        return all.stream()
                .filter(grant -> grant.action().startsWith("kafka-cluster:"))
                .filter(grant ->
                        grant.resource().contains(":topic/") && !grant.name().contains("*"))
                .filter(grant -> !topics.isEmpty() && !topics.contains(grant.name()))
                .map(Grant::name)
                .distinct()
                .map(name -> about(pod, "has a role for topic (%s), which must be one that is made.".formatted(name)));
    }

    private static boolean may(List<Grant> all, String action) {
        return all.stream().anyMatch(grant -> grant.allows("kafka-cluster:" + action));
    }

    private static boolean may(List<Grant> all, String action, String kind, String name) {
        return all.stream().anyMatch(grant -> grant.allows("kafka-cluster:" + action) && grant.isOn(kind, name));
    }

    private static Finding about(PodSpec pod, String what) {
        return Finding.about(pod.owner(), pod.specPath(), what);
    }
}
