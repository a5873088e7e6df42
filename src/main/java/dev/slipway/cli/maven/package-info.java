/** Goals of Maven, for who has Maven and nothing else: {@code mvn dev.slipway:slipway:<version>:init}. */
@NullMarked
package dev.slipway.cli.maven;

import org.jspecify.annotations.NullMarked;
