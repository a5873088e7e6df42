package dev.slipway.review.permission;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may write to and read from which topic: by IAM on MSK, by the access lists of a Kafka that runs in the cluster.
 *
 * <pre>{@code
 * TopicAccess.of(synthesis, "prod").allows(List.of("ordering.prod.order"), "order", Operation.WRITE, "order.placed")
 * }</pre>
 */
public final class TopicAccess {
    /** What is done with a topic. */
    public enum Operation {
        READ("kafka-cluster:ReadData"),
        WRITE("kafka-cluster:WriteData");

        private final String action;

        Operation(String action) {
            this.action = action;
        }
    }

    /** The file by which a task of Slipway makes the access lists of a user. */
    private static final String ACCESS_LIST = "access.json";

    private static final String TOPIC = ":topic/";

    /** An ARN of no cluster, for roles that may use any. */
    private static final String SOMEWHERE = "arn:aws:kafka:us-east-1:000000000000:topic/some/cluster/";

    private record Entry(String user, Operation operation, String topic, boolean isPrefix) {
        boolean covers(String wanted) {
            return isPrefix ? wanted.startsWith(topic) : wanted.equals(topic) || topic.equals("*");
        }
    }

    private final Permissions permissions;
    private final Set<String> clusters = new LinkedHashSet<>();
    private final List<Entry> entries;

    private TopicAccess(Synthesis synthesis, String environment) {
        permissions = Permissions.of(synthesis, environment);
        clusters.add(SOMEWHERE);
        for (String role : permissions.roles()) {
            for (Operation operation : Operation.values()) {
                permissions.resources(role, operation.action).stream()
                        .filter(arn -> arn.contains(TOPIC) && arn.lastIndexOf('/') > arn.indexOf(TOPIC))
                        .forEach(arn -> clusters.add(cluster(arn)));
            }
        }
        entries = synthesis.manifests(environment, "ConfigMap").stream()
                .flatMap(map -> entries(map).stream())
                .toList();
    }

    /** The access to the topics of an environment, worked out once. */
    public static TopicAccess of(Synthesis synthesis, String environment) {
        return synthesis.derived(TopicAccess.class, environment, () -> new TopicAccess(synthesis, environment));
    }

    private static String cluster(String topicArn) {
        return topicArn.substring(0, topicArn.lastIndexOf('/') + 1).replace('*', 'x');
    }

    private static List<Entry> entries(Manifest map) {
        Tree file = map.at("data").get(ACCESS_LIST);
        if (!file.exists()) {
            return List.of();
        }
        Tree list = Tree.ofJson(file.text());
        return list.get("permissions").items().stream()
                .filter(permission -> permission.get("type").text().equals("topic"))
                .map(permission -> new Entry(
                        list.get("user").text(),
                        permission.get("operation").text().equals("write") ? Operation.WRITE : Operation.READ,
                        permission.get("name").text(),
                        permission.get("pattern").text().equals("prefixed")))
                .toList();
    }

    /** Whether one of the roles, or the user of a Kafka in the cluster, may do something with a topic. */
    public boolean allows(List<String> roles, String user, Operation operation, String topic) {
        return roles.stream().anyMatch(role -> clusters.stream()
                        .anyMatch(cluster -> permissions.allows(role, operation.action, cluster + topic)))
                || entries.stream()
                        .anyMatch(entry ->
                                entry.user().equals(user) && entry.operation() == operation && entry.covers(topic));
    }

    /** The topics with which something may be done, as patterns, sorted. */
    public Set<String> topics(List<String> roles, String user, Operation operation) {
        Set<String> topics = new TreeSet<>();
        for (String role : roles) {
            permissions.resources(role, operation.action).stream()
                    .filter(arn -> arn.contains(TOPIC))
                    .forEach(arn -> topics.add(arn.substring(arn.lastIndexOf('/') + 1)));
        }
        entries.stream()
                .filter(entry -> entry.user().equals(user) && entry.operation() == operation)
                .forEach(entry -> topics.add(entry.topic() + (entry.isPrefix() ? "*" : "")));
        return topics;
    }
}
