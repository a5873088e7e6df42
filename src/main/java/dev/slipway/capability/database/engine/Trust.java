package dev.slipway.capability.database.engine;

import dev.slipway.plan.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom clients believe that a server is the one that they mean. Where nobody is known, connections are encrypted all the
 * same, and the server is taken at its word.
 *
 * @param region in which RDS runs the server; empty where it is not RDS that does
 * @param isProxied whether services reach it by way of RDS Proxy
 */
record Trust(Optional<String> region, boolean isProxied) {
    private static final Pattern RDS = Pattern.compile(
            "[a-z0-9-]+\\.(?<proxy>proxy-)?[a-z0-9-]+\\.(?<region>[a-z0-9-]+)\\.rds\\.amazonaws\\.com(\\.cn)?");

    /** A server of our own. */
    static Trust ours(Place place, boolean isProxied) {
        return new Trust(Optional.of(place.target().region()), isProxied);
    }

    /** A server of somebody else's, which RDS runs where its name says so. */
    static Trust of(String host) {
        Matcher rds = RDS.matcher(host);
        return rds.matches()
                ? new Trust(Optional.of(rds.group("region")), rds.group("proxy") != null)
                : new Trust(Optional.empty(), false);
    }

    /** Authorities for the server itself, in PEM. */
    Optional<String> inServer() {
        return region.flatMap(Authorities::ofServers);
    }

    /** Authorities for what services connect to: by way of a proxy to write, and to the servers themselves to read. */
    Optional<String> ofServices() {
        return inServer().map(servers -> isProxied ? servers + Authorities.ofProxies() : servers);
    }
}
