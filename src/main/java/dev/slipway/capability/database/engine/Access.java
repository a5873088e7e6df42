package dev.slipway.capability.database.engine;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How services reach a server, and what they are told about it.
 *
 * @param peer where the server has its addresses
 * @param master a secret of somebody else's with the master's credential; by default our own
 * @param database the one database that all services share, each with a schema of its own; by default each has one
 * @param hasReaders whether there is somewhere to read from beside the primary
 * @param isProxied whether services connect to a proxy, and only the set-up to the server itself
 * @param host of somebody else's server, by whose name its certificate is checked
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
        Optional<String> host,
        Optional<InCluster> inCluster) {
    /** Where the pods of a service have the certificates; a task has its own. */
    private static final String FOLDER = "/etc/slipway/database";

    private static final String FILE = "ca.pem";

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
                Optional.empty(),
                Optional.empty());
    }

    /** A server of somebody else's. */
    public static Access adopted(Engine engine, Peer peer, int port, String master, String host) {
        return new Access(
                engine,
                peer,
                port,
                Optional.of(master),
                Optional.empty(),
                false,
                false,
                Optional.of(host),
                Optional.empty());
    }

    /** A server of our own in the cluster, whose pods have a name. */
    public static Access inCluster(Engine engine, String name, InCluster server) {
        return new Access(
                engine,
                new Peer.OfService(name),
                engine.port(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.of(server));
    }

    public Access readers(boolean has) {
        return new Access(engine, peer, port, master, database, has, isProxied, host, inCluster);
    }

    public Access proxied(boolean is) {
        return new Access(engine, peer, port, master, database, hasReaders, is, host, inCluster);
    }

    public Access sharing(String newDatabase) {
        return new Access(engine, peer, port, master, Optional.of(newDatabase), hasReaders, isProxied, host, inCluster);
    }

    /** What a service's need of a database becomes. */
    public Binding bind(Claim<?> claim, Place place) {
        String reason = claim.need().describe();
        NetworkEdge edge = NetworkEdge.out(peer, port, reason, claim.origin());
        Optional<ConfigFile> certificates =
                trust(place).ofServices().map(text -> ConfigFile.in(FOLDER, FILE, text, reason));
        return new Binding(
                variables(claim.service().name(), place.names(), certificates, reason),
                List.of(),
                List.of(edge),
                List.of(Setup.of(this, claim, place, edge)),
                certificates.stream().toList(),
                List.of(),
                secrets(claim.service().name()));
    }

    /** Whether services can tell that the server is the one that they mean. */
    public boolean isVerifiedIn(Place place) {
        return trust(place).ofServices().isPresent();
    }

    /** Whom to believe that the server is the one that is meant; nobody, where the engine is not reached over TLS. */
    Trust trust(Place place) {
        if (engine == Engine.ORACLE || inCluster.isPresent()) {
            return new Trust(Optional.empty(), false);
        }
        return host.map(Trust::of).orElseGet(() -> Trust.ours(place, isProxied));
    }

    private List<Variable> variables(String service, Names names, Optional<ConfigFile> certificates, String reason) {
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
            variables.add(Variable.plain("DATABASE_SSL_MODE", sslMode(certificates), reason));
            certificates.ifPresent(
                    file -> variables.add(Variable.plain("DATABASE_SSL_ROOT_CERT", file.path(), reason)));
        }
        variables.add(new Variable("DATABASE_USERNAME", user(service, names, InCluster.USERNAME), reason));
        variables.add(new Variable("DATABASE_PASSWORD", user(service, names, InCluster.PASSWORD), reason));
        return variables;
    }

    String databaseOf(String service) {
        return database.orElseGet(() -> engine.ownerOf(service));
    }

    Parameter setUpAt(Names names) {
        return isProxied ? engine.serverEndpoint(names) : engine.endpoint(names);
    }

    private List<GeneratedSecret> secrets(String service) {
        return inCluster
                .map(server -> List.of(server.master(), InCluster.userOf(engine, service)))
                .orElse(List.of());
    }

    /** How far clients are to go in encrypting, and in telling whose server it is. */
    String sslMode(Optional<?> authorities) {
        return inCluster.isPresent() ? InCluster.SSL_MODE : engine.sslMode(authorities.isPresent());
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
