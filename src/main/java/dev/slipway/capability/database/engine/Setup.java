package dev.slipway.capability.database.engine;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The task that makes the database and the credential of one service, as the master of the server. */
record Setup(String image, List<String> command, Map<String, String> files, List<Variable> connection) {
    /** Variables of the task with the name and the password of the service's user. */
    static final String USERNAME = "SERVICE_USERNAME";

    static final String PASSWORD = "SERVICE_PASSWORD";

    /** Variable of the task that holds the name of the database. */
    static final String DATABASE = "SERVICE_DATABASE";

    private static final String AUTHORITIES = "ca.pem";

    /** Kubernetes: the name becomes a label. */
    private static final int NAME_LIMIT = 63;

    /** How the master reaches the server. */
    record Server(
            Source host,
            String port,
            Source username,
            Source password,
            String sslMode,
            Optional<String> authorities,
            String reason) {
        /** The files of a task that connects, with whom it believes among them. */
        Map<String, String> files(String name, String script) {
            SortedMap<String, String> files = new TreeMap<>();
            files.put(name, script);
            authorities.ifPresent(text -> files.put(AUTHORITIES, text));
            return files;
        }

        /** Where the task finds whom it believes. */
        Optional<String> authoritiesPath() {
            return authorities.map(text -> Task.FILES + "/" + AUTHORITIES);
        }

        Variable host(String variable) {
            return new Variable(variable, host, reason);
        }

        Variable port(String variable) {
            return Variable.plain(variable, port, reason);
        }

        Variable plain(String variable, String value) {
            return Variable.plain(variable, value, reason);
        }

        Variable username(String variable) {
            return new Variable(variable, username, reason);
        }

        Variable password(String variable) {
            return new Variable(variable, password, reason);
        }
    }

    static Task of(Access access, Claim<?> claim, Place place, NetworkEdge edge) {
        String service = claim.service().name();
        String reason = "database of " + service;
        Optional<String> authorities = access.trust(place).inServer();
        Server server = new Server(
                access.hostAt(access.setUpAt(place.names())),
                String.valueOf(access.port()),
                access.master(place.names(), InCluster.USERNAME),
                access.master(place.names(), InCluster.PASSWORD),
                access.sslMode(authorities),
                authorities,
                reason);
        Setup setup =
                switch (access.engine()) {
                    case POSTGRES -> PostgresScript.setup(server);
                    case MYSQL -> MySqlScript.setup(server);
                    case ORACLE -> OracleScript.setup(server, access.databaseOf(service));
                };
        List<Variable> variables = new ArrayList<>(setup.connection);
        if (access.engine() != Engine.ORACLE) {
            variables.add(Variable.plain(DATABASE, access.databaseOf(service), reason));
        }
        variables.add(new Variable(USERNAME, access.user(service, place.names(), InCluster.USERNAME), reason));
        variables.add(new Variable(PASSWORD, access.user(service, place.names(), InCluster.PASSWORD), reason));
        return new Task(
                Names.limited(service + "-database", NAME_LIMIT),
                setup.image,
                setup.command,
                setup.files,
                variables,
                List.of(),
                List.of(edge),
                reason);
    }
}
