/** What AWS says of accounts: who one is there, whether the CDK can deploy, and how much room quotas leave. */
@NullMarked
package dev.slipway.doctor.aws;

import org.jspecify.annotations.NullMarked;
