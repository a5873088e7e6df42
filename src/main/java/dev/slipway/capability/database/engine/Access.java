package dev.slipway.capability.database.engine;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How services reach a server, and what they are told about it.
 *
 * @param peer where the server has its addresses
 * @param master a secret of somebody else's with the master's credential; by default our own
 * @param database the one database that all services share, each with a schema of its own; by default each has one
 * @param hasReaders whether there is somewhere to read from beside the primary
 * @param isProxied whether services connect to a proxy, and only the set-up to the server itself
 * @param inCluster where the server runs in the cluster itself
 */
public record Access(
        Engine engine,
        Peer peer,
        int port,
        Optional<String> master,
        Optional<String> database,
        boolean hasReaders,
        boolean isProxied,
        Optional<InCluster> inCluster) {
    /**
     * A server in the cluster itself, to which no connection is encrypted: it has no certificate that anybody knows.
     *
     * @param host the name of its Service
     * @param master the Secret with the credential of its master
     */
    public record InCluster(String host, GeneratedSecret master) {
        static GeneratedSecret userOf(Engine engine, String service) {
            return new GeneratedSecret(
                    "%s.%s.user".formatted(service, engine.id()),
                    Map.of(USERNAME, engine.ownerOf(service)),
                    List.of(PASSWORD),
                    "database of " + service);
        }
    }

    /** Keys of every secret with a credential. */
    public static final String USERNAME = "username";

    public static final String PASSWORD = "password";

    /** A server of our own in the isolated subnets. */
    public static Access isolated(Engine engine) {
        return new Access(
                engine,
                new Peer.OfSubnets(Tier.ISOLATED),
                engine.port(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    /** A server of somebody else's. */
    public static Access adopted(Engine engine, Peer peer, int port, String master) {
        return new Access(engine, peer, port, Optional.of(master), Optional.empty(), false, false, Optional.empty());
    }

    /** A server of our own in the cluster, whose Service and pods have a name. */
    public static Access inCluster(Engine engine, String name, InCluster server) {
        return new Access(
                engine,
                new Peer.OfService(name),
                engine.port(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.of(server));
    }

    public Access readers(boolean has) {
        return new Access(engine, peer, port, master, database, has, isProxied, inCluster);
    }

    public Access proxied(boolean is) {
        return new Access(engine, peer, port, master, database, hasReaders, is, inCluster);
    }

    public Access sharing(String newDatabase) {
        return new Access(engine, peer, port, master, Optional.of(newDatabase), hasReaders, isProxied, inCluster);
    }

    /** What a service's need of a database becomes. */
    public Binding bind(Claim<?> claim, Place place) {
        String reason = claim.need().describe();
        NetworkEdge edge = NetworkEdge.out(peer, port, reason, claim.origin());
        String service = claim.service().name();
        Binding binding = new Binding(
                variables(service, place.names(), reason),
                List.of(),
                List.of(edge),
                List.of(Setup.of(this, claim, place, edge)));
        return inCluster
                .map(server -> Binding.ofSecrets(server.master(), InCluster.userOf(engine, service)))
                .map(binding::and)
                .orElse(binding);
    }

    private List<Variable> variables(String service, Names names, String reason) {
        List<Variable> variables = new ArrayList<>();
        variables.add(new Variable("DATABASE_HOST", hostAt(engine.endpoint(names)), reason));
        if (hasReaders) {
            variables.add(Variable.from("DATABASE_READER_HOST", engine.readerEndpoint(names), reason));
        }
        variables.add(Variable.plain("DATABASE_PORT", String.valueOf(port), reason));
        variables.add(Variable.plain("DATABASE_NAME", databaseOf(service), reason));
        if (engine == Engine.ORACLE) {
            variables.add(Variable.plain("DATABASE_SCHEMA", engine.ownerOf(service), reason));
        } else {
            variables.add(Variable.plain("DATABASE_SSL_MODE", sslMode(), reason));
        }
        variables.add(new Variable("DATABASE_USERNAME", user(service, names, USERNAME), reason));
        variables.add(new Variable("DATABASE_PASSWORD", user(service, names, PASSWORD), reason));
        return variables;
    }

    String databaseOf(String service) {
        return database.orElseGet(() -> engine.ownerOf(service));
    }

    Parameter setUpAt(Names names) {
        return isProxied ? engine.serverEndpoint(names) : engine.endpoint(names);
    }

    /** How far clients are to go in encrypting. */
    String sslMode() {
        return inCluster.isPresent() ? "disable" : "require";
    }

    /** The host that a parameter names, or that of the server in the cluster. */
    Source hostAt(Parameter endpoint) {
        return inCluster
                .<Source>map(server -> new Source.Plain(server.host()))
                .orElseGet(() -> new Source.FromParameter(endpoint));
    }

    /** A property of the credential of a service. */
    Source user(String service, Names names, String property) {
        return inCluster
                .<Source>map(server -> new Source.FromClusterSecret(
                        InCluster.userOf(engine, service).name(), property))
                .orElseGet(() -> new Source.FromSecret(Engine.secretOf(service, names), property));
    }

    /** A property of the credential of the master. */
    Source master(Names names, String property) {
        return inCluster
                .<Source>map(
                        server -> new Source.FromClusterSecret(server.master().name(), property))
                .orElseGet(() -> new Source.FromSecret(master.orElseGet(() -> engine.masterSecret(names)), property));
    }
}
