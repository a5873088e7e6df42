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

/** The task that makes the database and the credential of one service, as the master of the server. */
record Setup(String image, List<String> command, Map<String, String> files, List<Variable> connection) {
    /** Variables of the task with the name and the password of the service's user. */
    static final String USERNAME = "SERVICE_USERNAME";

    static final String PASSWORD = "SERVICE_PASSWORD";

    /** Variable of the task that holds the name of the database. */
    static final String DATABASE = "SERVICE_DATABASE";

    /** Kubernetes: the name becomes a label. */
    private static final int NAME_LIMIT = 63;

    /** How the master reaches the server. */
    record Server(Source host, String port, Source username, Source password, String sslMode, String reason) {
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

    /** The name of the task of a service, by which its pods are told apart. */
    static String nameFor(String service) {
        return Names.limited(service + "-database", NAME_LIMIT);
    }

    static Task of(Access access, Claim<?> claim, Place place, NetworkEdge edge) {
        String service = claim.service().name();
        String reason = "database of " + service;
        Server server = new Server(
                access.hostAt(access.setUpAt(place.names())),
                String.valueOf(access.port()),
                access.master(place.names(), Access.USERNAME),
                access.master(place.names(), Access.PASSWORD),
                access.sslMode(),
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
        variables.add(new Variable(USERNAME, access.user(service, place.names(), Access.USERNAME), reason));
        variables.add(new Variable(PASSWORD, access.user(service, place.names(), Access.PASSWORD), reason));
        return new Task(
                nameFor(service), setup.image, setup.command, setup.files, variables, List.of(), List.of(edge), reason);
    }
}
