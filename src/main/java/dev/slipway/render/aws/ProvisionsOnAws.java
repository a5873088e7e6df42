package dev.slipway.render.aws;

import dev.slipway.plan.binding.AwsOnly;

/** The face of a choice that contributes AWS resources to each environment that makes it, and has no meaning elsewhere. */
public interface ProvisionsOnAws extends AddsToStacks, AwsOnly {}
