package dev.slipway.capability.database;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Watched;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Amazon RDS instance with PostgreSQL for an environment, and in it a database and a credential of its own for each
 * service that asks.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(rdsPostgres().instanceClass("db.m7g.large").storage(200))
 * }</pre>
 *
 * @param standby whether a second instance stands by in another zone; by default in production
 * @param storageGibibytes at first; grows by itself to {@value #STORAGE_GROWTH} times that
 */
@Declares
public record RdsPostgres(String instanceClass, int storageGibibytes, Optional<Boolean> standby, Origin origin)
        implements Provider<DatabaseNeed>, ProvisionsOnAws, Watched {
    /** Two cores and 2 GiB: enough for eight small services. */
    public static final String DEFAULT_INSTANCE_CLASS = "db.t4g.small";

    /** GiB, the least that gp3 has. */
    public static final int DEFAULT_STORAGE = 20;

    /** How far storage grows by itself. */
    public static final int STORAGE_GROWTH = 5;

    static final int PORT = 5432;

    /** GiB, RDS's limit for gp3. */
    private static final int MAX_STORAGE = 65_536 / STORAGE_GROWTH;

    /** PostgreSQL cuts longer names off: NAMEDATALEN - 1. */
    private static final int NAME_LIMIT = 63;

    /** Holds psql of the same major version as the server. */
    private static final String PSQL_IMAGE = "public.ecr.aws/docker/library/postgres:18.6-alpine";

    /** RDS: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html. */
    private static final int IDENTIFIER_LIMIT = 63;

    private static final String PURPOSE = "database";

    /** The defaults: a small instance with 20 GiB, doubled over zones in production. */
    public static RdsPostgres rdsPostgres() {
        return new RdsPostgres(DEFAULT_INSTANCE_CLASS, DEFAULT_STORAGE, Optional.empty(), Origin.here());
    }

    /** The class of the instance: {@code instanceClass("db.m7g.large")}. */
    public RdsPostgres instanceClass(String newClass) {
        return new RdsPostgres(newClass, storageGibibytes, standby, origin);
    }

    /** Storage at first, in GiB. */
    public RdsPostgres storage(int gibibytes) {
        return new RdsPostgres(instanceClass, gibibytes, standby, origin);
    }

    /** Keeps a second instance ready in another zone, also outside production. */
    public RdsPostgres multiZone() {
        return new RdsPostgres(instanceClass, storageGibibytes, Optional.of(true), origin);
    }

    @Override
    public Class<DatabaseNeed> meets() {
        return DatabaseNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        List<Problem> problems = new ArrayList<>();
        if (!instanceClass.matches("db\\.[a-z0-9]+\\.[a-z0-9]+")) {
            problems.add(error(
                    "database/instance-class",
                    origin,
                    "The instance class (%s) of RDS must be one such as %s."
                            .formatted(instanceClass, DEFAULT_INSTANCE_CLASS),
                    "choose instanceClass(\"%s\").".formatted(DEFAULT_INSTANCE_CLASS)));
        }
        if (storageGibibytes < DEFAULT_STORAGE || storageGibibytes > MAX_STORAGE) {
            problems.add(error(
                    "database/storage",
                    origin,
                    "The storage (%s GiB) of RDS must be %s to %s GiB."
                            .formatted(storageGibibytes, DEFAULT_STORAGE, MAX_STORAGE),
                    "choose storage(%s).".formatted(DEFAULT_STORAGE)));
        }
        return problems.stream();
    }

    @Override
    public Binding bind(Claim<? extends DatabaseNeed> claim, Place place) {
        String reason = claim.need().describe();
        String service = claim.service().name();
        String secret = place.names().secret(service, PURPOSE);
        List<Variable> variables = List.of(
                Variable.from("DATABASE_HOST", endpoint(place.names()), reason),
                Variable.plain("DATABASE_PORT", String.valueOf(PORT), reason),
                Variable.plain("DATABASE_NAME", databaseOf(service), reason),
                Variable.plain("DATABASE_SSL_MODE", "require", reason),
                Variable.fromSecret("DATABASE_USERNAME", secret, "username", reason),
                Variable.fromSecret("DATABASE_PASSWORD", secret, "password", reason));
        NetworkEdge edge = NetworkEdge.out(new NetworkEdge.Peer.OfSubnets(Tier.ISOLATED), PORT, reason, claim.origin());
        return new Binding(variables, List.of(), List.of(edge), List.of(setup(service, place, edge)));
    }

    private static Task setup(String service, Place place, NetworkEdge edge) {
        String reason = "database of " + service;
        String master = masterSecret(place.names());
        String secret = place.names().secret(service, PURPOSE);
        return new Task(
                Names.limited(service + "-database", NAME_LIMIT),
                PSQL_IMAGE,
                List.of("psql", "--no-psqlrc", "--dbname=postgres", "--file=" + Task.FILES + "/" + SetupScript.FILE),
                Map.of(SetupScript.FILE, SetupScript.TEXT),
                List.of(
                        Variable.from("PGHOST", endpoint(place.names()), reason),
                        Variable.plain("PGPORT", String.valueOf(PORT), reason),
                        Variable.plain("PGSSLMODE", "require", reason),
                        Variable.fromSecret("PGUSER", master, "username", reason),
                        Variable.fromSecret("PGPASSWORD", master, "password", reason),
                        Variable.plain(SetupScript.DATABASE, databaseOf(service), reason),
                        Variable.fromSecret(SetupScript.USERNAME, secret, "username", reason),
                        Variable.fromSecret(SetupScript.PASSWORD, secret, "password", reason)),
                List.of(),
                List.of(edge),
                reason);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        if (!stage.plan().servicesWith(DatabaseNeed.class).isEmpty()) {
            RdsStack.provision(this, stage);
        }
    }

    @Override
    public List<Alarm> alarms(Place place) {
        return place.claims(DatabaseNeed.class).isEmpty()
                ? List.of()
                : RdsAlarms.of(identifier(place.names()), instanceClass, storageGibibytes);
    }

    static String identifier(Names names) {
        return names.environmentWide(IDENTIFIER_LIMIT);
    }

    /** The name of a service's database, and of the role that owns it. */
    static String databaseOf(String service) {
        return Names.limited(service.replace('-', '_'), NAME_LIMIT);
    }

    static String secretOf(String service, Names names) {
        return names.secret(service, PURPOSE);
    }

    static String masterSecret(Names names) {
        return names.secret("platform", "database-master");
    }

    static Parameter endpoint(Names names) {
        return names.parameter(PURPOSE, "endpoint", Parameter.Type.TEXT);
    }
}
