/** What each service is asked about a type of resource, as tables: a property, and where the answer has it. */
@NullMarked
package dev.slipway.verify.aws.question;

import org.jspecify.annotations.NullMarked;
