/** What a database is to the service that uses it, whoever runs it: names, variables, and how it is set up. */
@NullMarked
package dev.slipway.capability.database.engine;

import org.jspecify.annotations.NullMarked;
