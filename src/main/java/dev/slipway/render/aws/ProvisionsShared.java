package dev.slipway.render.aws;

/** The face of a choice that contributes AWS resources which exist once in an account and region. */
public interface ProvisionsShared {
    /** Adds resources to the stacks that environments of one account and region share. */
    void provisionShared(SharedStage stage);
}
