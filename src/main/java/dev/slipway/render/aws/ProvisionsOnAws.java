package dev.slipway.render.aws;

import dev.slipway.plan.binding.AwsOnly;

/** The face of a choice that contributes AWS resources to each environment that makes it. */
public interface ProvisionsOnAws extends AwsOnly {
    /**
     * Adds resources to the stacks of an environment:
     *
     * <pre>{@code
     * EnvironmentStack stack = stage.stack("queues");
     * Queue queue = new Queue(stack, "Orders");
     * stack.publish(stage.names().parameter("queues", "orders-url", TEXT), queue.getQueueUrl());
     * }</pre>
     */
    void provision(EnvironmentStage stage);
}
