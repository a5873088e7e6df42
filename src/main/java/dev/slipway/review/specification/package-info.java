/** What CloudFormation's types are made of, and which of their properties replace a resource. */
@NullMarked
package dev.slipway.review.specification;

import org.jspecify.annotations.NullMarked;
