package dev.slipway.capability.database;

import dev.slipway.capability.database.engine.Access;
import dev.slipway.capability.database.engine.Engine;
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
import java.util.stream.Stream;

/**
 * One Amazon RDS instance with PostgreSQL for an environment, and in it a database and a credential of its own for each
 * service that asks.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(rdsPostgres().instanceClass("db.m7g.large").storage(200))
 * }</pre>
 */
@Declares
public record RdsPostgres(RdsSettings settings, Origin origin)
        implements RdsInstance<PostgresNeed, RdsPostgres>, RdsReplicated<PostgresNeed, RdsPostgres> {
    /** Two cores and 2 GiB: enough for eight small services. */
    public static final String DEFAULT_INSTANCE_CLASS = "db.t4g.small";

    /** The defaults: a small instance with 20 GiB, doubled over zones in production. */
    public static RdsPostgres rdsPostgres() {
        return new RdsPostgres(RdsSettings.of(RdsEngine.POSTGRES, DEFAULT_INSTANCE_CLASS), Origin.here());
    }

    @Override
    public RdsPostgres with(RdsSettings newSettings) {
        return new RdsPostgres(newSettings, origin);
    }

    @Override
    public Class<PostgresNeed> meets() {
        return PostgresNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(
                RdsChecks.ofInstance(RdsEngine.POSTGRES, settings, DEFAULT_INSTANCE_CLASS, origin),
                DatabaseChecks.ours(place, Engine.POSTGRES, PostgresNeed.class, origin));
    }

    @Override
    public Binding bind(Claim<? extends PostgresNeed> claim, Place place) {
        return Access.isolated(Engine.POSTGRES)
                .readers(settings.replicas().orElse(0) > 0)
                .proxied(settings.proxy())
                .bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        RdsStack.provision(
                stage,
                RdsEngine.POSTGRES,
                settings,
                Optional.empty(),
                stage.place().servicesWith(PostgresNeed.class));
    }

    @Override
    public List<Alarm> alarms(Place place) {
        return place.claims(PostgresNeed.class).isEmpty()
                ? List.of()
                : RdsAlarms.of(RdsEngine.POSTGRES, settings, place);
    }
}
