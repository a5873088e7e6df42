/** What databases on Amazon RDS and Aurora consist of, and what they can be told. */
@NullMarked
package dev.slipway.capability.database.rds;

import org.jspecify.annotations.NullMarked;
