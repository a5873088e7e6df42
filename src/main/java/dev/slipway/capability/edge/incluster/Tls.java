package dev.slipway.capability.edge.incluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Names;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * With what certificate routes answer over HTTPS: with none, with one that somebody puts into a Secret, or with one that
 * cert-manager has issued into a Secret.
 *
 * @param secret the Secret that somebody makes, of type {@code kubernetes.io/tls}
 * @param issuer the ClusterIssuer that cert-manager asks
 */
public record Tls(Optional<String> secret, Optional<String> issuer) {
    static final Tls NONE = new Tls(Optional.empty(), Optional.empty());

    static final String ISSUER = "cert-manager.io/cluster-issuer";

    private static final int LIMIT = 63;

    /** A Secret or an issuer may have dots. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    static Tls ofSecret(String name) {
        return new Tls(Optional.of(name), Optional.empty());
    }

    static Tls ofIssuer(String name) {
        return new Tls(Optional.empty(), Optional.of(name));
    }

    boolean isThere() {
        return secret.isPresent() || issuer.isPresent();
    }

    String scheme() {
        return isThere() ? "https" : "http";
    }

    /**
     * The Secret with the certificate.
     *
     * @param owner whose hosts it is for: the environment, or a service
     */
    String secretFor(String owner) {
        return secret.orElseGet(() -> Names.limited(owner + "-tls", LIMIT));
    }

    Stream<Problem> check(String factory, Origin origin) {
        return Stream.concat(
                secret.filter(name -> !NAME.matcher(name).matches()).stream()
                        .map(name -> error(
                                "edge/tls-secret",
                                origin,
                                "The Secret (%s) with the certificate of routes must be the name of one: lower-case letters, digits, hyphens and dots."
                                        .formatted(name),
                                "write it as %s.tls(\"shop-tls\").".formatted(factory))),
                issuer.filter(name -> !NAME.matcher(name).matches()).stream()
                        .map(name -> error(
                                "edge/issuer",
                                origin,
                                "The issuer (%s) of certificates must be the name of a ClusterIssuer: lower-case letters, digits, hyphens and dots."
                                        .formatted(name),
                                "write it as %s.issuedBy(\"letsencrypt\").".formatted(factory))));
    }

    /** Whether a controller can stand in a namespace of this name. */
    static Stream<Problem> namespace(String namespace, String fix, Origin origin) {
        return Syntax.isDnsLabel(namespace)
                ? Stream.empty()
                : Stream.of(error(
                        "edge/controller-namespace",
                        origin,
                        "The namespace (%s) of the controller of routes must be %s."
                                .formatted(namespace, Syntax.DNS_LABEL_RULE),
                        fix));
    }

    /** Whether a class of this name can be there. */
    static Stream<Problem> className(String name, String fix, Origin origin) {
        return NAME.matcher(name).matches()
                ? Stream.empty()
                : Stream.of(error(
                        "edge/class",
                        origin,
                        "The class (%s) of routes must be the name of one: lower-case letters, digits, hyphens and dots."
                                .formatted(name),
                        fix));
    }
}
