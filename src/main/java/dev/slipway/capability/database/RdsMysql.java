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
 * One Amazon RDS instance with MySQL for an environment, and in it a database and a credential of its own for each
 * service that asks.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(rdsMysql().instanceClass("db.m7g.large").storage(200))
 * }</pre>
 */
@Declares
public record RdsMysql(RdsSettings settings, Origin origin)
        implements RdsInstance<MySqlNeed, RdsMysql>, RdsReplicated<MySqlNeed, RdsMysql> {
    /** Two cores and 4 GiB: the least of which RDS shows how MySQL spends its time. */
    public static final String DEFAULT_INSTANCE_CLASS = "db.t4g.medium";

    /** The defaults: a small instance with 20 GiB, doubled over zones in production. */
    public static RdsMysql rdsMysql() {
        return new RdsMysql(RdsSettings.of(RdsEngine.MYSQL, DEFAULT_INSTANCE_CLASS), Origin.here());
    }

    @Override
    public RdsMysql with(RdsSettings newSettings) {
        return new RdsMysql(newSettings, origin);
    }

    @Override
    public Class<MySqlNeed> meets() {
        return MySqlNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(
                RdsChecks.ofInstance(RdsEngine.MYSQL, settings, DEFAULT_INSTANCE_CLASS, origin),
                DatabaseChecks.ours(place, Engine.MYSQL, MySqlNeed.class, origin));
    }

    @Override
    public Binding bind(Claim<? extends MySqlNeed> claim, Place place) {
        return Access.isolated(Engine.MYSQL)
                .readers(settings.replicas().orElse(0) > 0)
                .proxied(settings.proxy())
                .bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        RdsStack.provision(
                stage,
                RdsEngine.MYSQL,
                settings,
                Optional.empty(),
                stage.place().servicesWith(MySqlNeed.class));
    }

    @Override
    public List<Alarm> alarms(Place place) {
        return place.claims(MySqlNeed.class).isEmpty() ? List.of() : RdsAlarms.of(RdsEngine.MYSQL, settings, place);
    }
}
