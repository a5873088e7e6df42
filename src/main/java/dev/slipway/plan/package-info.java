/**
 * Decides, for each environment, every name, size, binding, grant and network edge, as plain data; finds all problems.
 * Pure: imports neither the CDK nor cdk8s, and reads nothing but the model and what is passed in.
 */
@NullMarked
package dev.slipway.plan;

import org.jspecify.annotations.NullMarked;
