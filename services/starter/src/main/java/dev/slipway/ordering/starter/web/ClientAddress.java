package dev.slipway.ordering.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where a request comes from. */
public final class ClientAddress {
    private ClientAddress() {}

    /** The last entry of X-Forwarded-For is the load balancer's; those before it are the client's own words. */
    public static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .map(addresses ->
                        addresses.substring(addresses.lastIndexOf(',') + 1).trim())
                .orElseGet(request::getRemoteAddr);
    }
}
