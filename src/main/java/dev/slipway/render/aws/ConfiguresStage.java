package dev.slipway.render.aws;

import dev.slipway.plan.binding.AwsOnly;

/**
 * The face of a choice that has a say in whole stages: what their resources are tagged with, what bounds their roles,
 * how they are deployed.
 *
 * <pre>{@code
 * public void configure(EnvironmentStage stage) {
 *     Tags.of(stage).add("cost-center", "42");
 * }
 * }</pre>
 */
public interface ConfiguresStage extends AwsOnly {
    /** Sets what holds for every stack of an environment. Called before there are any. */
    void configure(EnvironmentStage stage);

    /** Sets what holds for every stack that environments share, where one of them makes the choice. */
    default void configureShared(SharedStage stage) {}
}
