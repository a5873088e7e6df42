/**
 * Turns plans into CDK stages and stacks. Makes no decision of its own; reads no clock, environment variable, network or
 * AWS account.
 */
@NullMarked
package dev.slipway.render.aws;

import org.jspecify.annotations.NullMarked;
