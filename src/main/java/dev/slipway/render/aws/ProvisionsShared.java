package dev.slipway.render.aws;

import dev.slipway.plan.binding.AwsOnly;

/** The face of a choice that contributes AWS resources which exist once in an account and region. */
public interface ProvisionsShared extends AwsOnly {
    /** Adds resources to the stacks that environments of one account and region share. */
    void provisionShared(SharedStage stage);
}
