package dev.slipway.plan.operation;

/**
 * The face of a need for which a service speaks to Kubernetes itself: its pods get the token of their service account, which
 * no others do.
 */
public interface NeedsToken {}
