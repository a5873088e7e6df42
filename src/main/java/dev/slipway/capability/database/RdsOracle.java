package dev.slipway.capability.database;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.database.engine.Access;
import dev.slipway.capability.database.engine.Engine;
import dev.slipway.capability.database.rds.OracleSettings;
import dev.slipway.capability.database.rds.RdsAlarms;
import dev.slipway.capability.database.rds.RdsChecks;
import dev.slipway.capability.database.rds.RdsEngine;
import dev.slipway.capability.database.rds.RdsSettings;
import dev.slipway.capability.database.rds.RdsStack;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One Amazon RDS instance with Oracle Standard Edition Two, license included, for an environment, and in it a schema and a
 * credential of its own for each service that asks.
 *
 * <p>The server takes encrypted connections only, by Oracle's native encryption: drivers agree on it by themselves and need
 * no certificate, but they do not verify the server. The script that sets up a schema has never been run by this project's
 * tests, as there is no Oracle to run it on.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(rdsOracle().instanceClass("db.m6i.large").databaseName("LEDGER"))
 * }</pre>
 */
@Declares
public record RdsOracle(RdsSettings settings, OracleSettings oracle, Origin origin)
        implements RdsInstance<OracleNeed, RdsOracle> {
    /** Two cores and 4 GiB: Oracle's own memory fills less. */
    public static final String DEFAULT_INSTANCE_CLASS = "db.t3.medium";

    /** What RDS itself would call it. */
    public static final String DEFAULT_NAME = "ORCL";

    /** Every character that there is. */
    public static final String DEFAULT_CHARACTER_SET = "AL32UTF8";

    /** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Oracle.Concepts.limitations.html. */
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]{0,7}");

    private static final Pattern CHARACTER_SET = Pattern.compile("[A-Z][A-Z0-9]+");

    /** The defaults: a small instance with 20 GiB, doubled over zones in production. */
    public static RdsOracle rdsOracle() {
        return new RdsOracle(
                RdsSettings.of(RdsEngine.ORACLE, DEFAULT_INSTANCE_CLASS),
                new OracleSettings(DEFAULT_NAME, DEFAULT_CHARACTER_SET),
                Origin.here());
    }

    /** The name of the database that all schemas are in, its SID: {@code databaseName("LEDGER")}. */
    public RdsOracle databaseName(String name) {
        return new RdsOracle(settings, new OracleSettings(name, oracle.characterSet()), origin);
    }

    /** In which text is stored; it cannot be changed later: {@code characterSet("WE8ISO8859P15")}. */
    public RdsOracle characterSet(String name) {
        return new RdsOracle(settings, new OracleSettings(oracle.databaseName(), name), origin);
    }

    @Override
    public RdsOracle with(RdsSettings newSettings) {
        return new RdsOracle(newSettings, oracle, origin);
    }

    @Override
    public Class<OracleNeed> meets() {
        return OracleNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.of(
                        RdsChecks.ofInstance(RdsEngine.ORACLE, settings, DEFAULT_INSTANCE_CLASS, origin),
                        names(),
                        DatabaseChecks.of(place, Engine.ORACLE, OracleNeed.class))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> names() {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!NAME.matcher(oracle.databaseName()).matches()) {
            problems.add(error(
                    "database/oracle-name",
                    origin,
                    "The database name (%s) of Oracle must be 1 to 8 capital letters and digits, a letter first."
                            .formatted(oracle.databaseName()),
                    "choose databaseName(\"%s\").".formatted(DEFAULT_NAME)));
        }
        if (!CHARACTER_SET.matcher(oracle.characterSet()).matches()) {
            problems.add(error(
                    "database/oracle-character-set",
                    origin,
                    "The character set (%s) of Oracle must be one that Oracle knows, in capital letters and digits."
                            .formatted(oracle.characterSet()),
                    "choose characterSet(\"%s\").".formatted(DEFAULT_CHARACTER_SET)));
        }
        return problems.build();
    }

    @Override
    public Binding bind(Claim<? extends OracleNeed> claim, Place place) {
        return Access.isolated(Engine.ORACLE).sharing(oracle.databaseName()).bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        RdsStack.provision(
                stage,
                RdsEngine.ORACLE,
                settings,
                Optional.of(oracle),
                stage.place().servicesWith(OracleNeed.class));
    }

    @Override
    public List<Alarm> alarms(Place place) {
        return place.claims(OracleNeed.class).isEmpty() ? List.of() : RdsAlarms.of(RdsEngine.ORACLE, settings, place);
    }
}
