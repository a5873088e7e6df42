package dev.slipway.ordering.starter.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What needs no token.
 *
 * @param open a method and a path pattern each, as {@code GET /api/products/**}
 */
@ConfigurationProperties("slipway.security")
record SecurityProperties(@DefaultValue List<String> open) {}
