package dev.slipway.plan.binding;

import java.util.List;

/**
 * What a service may do on AWS because of a need.
 *
 * @param actions IAM actions, sorted: {@code kafka-cluster:WriteData}
 * @param resources on exactly these
 * @param reason the need, in a reader's words
 */
public record Grant(List<String> actions, List<Arn> resources, String reason) {
    public Grant {
        actions = actions.stream().distinct().sorted().toList();
        resources = resources.stream().distinct().sorted().toList();
    }

    public static Grant allow(List<String> actions, Arn resource, String reason) {
        return new Grant(actions, List.of(resource), reason);
    }
}
