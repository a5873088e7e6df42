package dev.slipway.capability.database.engine;

import dev.slipway.plan.binding.GeneratedSecret;
import java.util.List;
import java.util.Map;

/**
 * A server in the cluster itself, to which no connection is encrypted: it has no certificate that anybody knows.
 *
 * @param host the name of its Service
 * @param master the Secret with the credential of its master
 */
public record InCluster(String host, GeneratedSecret master) {
    /** Keys of every secret with a credential. */
    static final String USERNAME = "username";

    static final String PASSWORD = "password";

    /** What its own clients call a connection without TLS. */
    static final String SSL_MODE = "disable";

    /** A Secret with the credential of a master. */
    public static GeneratedSecret masterOf(Engine engine) {
        return new GeneratedSecret(
                engine.id() + ".master.user",
                Map.of(USERNAME, Engine.MASTER),
                List.of(PASSWORD),
                "master of " + engine.title());
    }

    /** The Secret with the credential of a service. */
    static GeneratedSecret userOf(Engine engine, String service) {
        return new GeneratedSecret(
                "%s.%s.user".formatted(service, engine.id()),
                Map.of(USERNAME, engine.ownerOf(service)),
                List.of(PASSWORD),
                "database of " + service);
    }
}
