/** What CloudFormation and the services behind it refuse of a template, on templates as they are written. */
@NullMarked
package dev.slipway.review.template;

import org.jspecify.annotations.NullMarked;
