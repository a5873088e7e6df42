/** What AWS says of stacks and resources, asked at CloudFormation and at each service, held against the templates. */
@NullMarked
package dev.slipway.verify.aws;

import org.jspecify.annotations.NullMarked;
