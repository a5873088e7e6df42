package dev.slipway.ordering.starter.security;

import java.util.Set;
import java.util.UUID;

/** Who calls, by the token; a parameter of a controller's method. */
public record Caller(UUID userId, Set<String> roles) {
    public boolean isOperator() {
        return roles.contains("operator");
    }
}
