package dev.slipway.render.aws;

/**
 * The face of a choice that contributes AWS resources where the environment is on AWS, and does what it is for elsewhere
 * too. What means nothing without AWS implements {@link ProvisionsOnAws}.
 */
public interface AddsToStacks {
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
