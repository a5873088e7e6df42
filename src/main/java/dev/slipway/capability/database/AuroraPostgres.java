package dev.slipway.capability.database;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.database.engine.Access;
import dev.slipway.capability.database.engine.Engine;
import dev.slipway.capability.database.rds.AuroraStack;
import dev.slipway.capability.database.rds.Capacity;
import dev.slipway.capability.database.rds.RdsChecks;
import dev.slipway.capability.database.rds.RdsEngine;
import dev.slipway.capability.database.rds.RdsSettings;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Aurora Serverless v2 cluster with PostgreSQL for an environment, and in it a database and a credential of its own for
 * each service that asks. In production a reader in another zone takes over when the writer fails; elsewhere the cluster
 * pauses when nobody is connected, and the first connection then waits about 15 seconds.
 *
 * <p>Aurora upgrades as soon as another {@link #majorVersion} is declared and deployed; there is no step before it.
 *
 * <p>Services that keep connections in a pool keep the cluster awake: let their pools shrink to nothing.
 *
 * <pre>{@code
 * Environment.named("prod").production().with(auroraPostgres().capacity(2, 32))
 * }</pre>
 *
 * @param capacity in Aurora capacity units; by default 0 to 4, behind a proxy 0.5 to 4, and in production 2 to 16
 */
@Declares
public record AuroraPostgres(RdsSettings settings, Optional<Capacity> capacity, Origin origin)
        implements RdsReplicated<PostgresNeed, AuroraPostgres> {
    private static final RdsEngine RDS = RdsEngine.AURORA_POSTGRES;
    private static final String SERVERLESS = "db.serverless";
    private static final Capacity SMALL = new Capacity(0, 4);

    /** A proxy keeps connections open, and so the cluster awake. */
    private static final Capacity SMALL_AND_AWAKE = new Capacity(0.5, 4);

    /** At least 2, or Performance Insights takes memory from queries. */
    private static final Capacity LARGE = new Capacity(2, 16);

    public static AuroraPostgres auroraPostgres() {
        return new AuroraPostgres(RdsSettings.of(RDS, SERVERLESS), Optional.empty(), Origin.here());
    }

    /** Between how many Aurora capacity units it scales, in halves: {@code capacity(0.5, 8)}. With 0 it pauses. */
    public AuroraPostgres capacity(double least, double most) {
        return new AuroraPostgres(settings, Optional.of(new Capacity(least, most)), origin);
    }

    @Override
    public AuroraPostgres with(RdsSettings newSettings) {
        return new AuroraPostgres(newSettings, capacity, origin);
    }

    @Override
    public Class<PostgresNeed> meets() {
        return PostgresNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.of(
                        RdsChecks.ofCluster(RDS, settings, origin),
                        capacities(place.environment()),
                        DatabaseChecks.ours(place, Engine.POSTGRES, PostgresNeed.class, origin))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> capacities(Environment environment) {
        Capacity chosen = capacityIn(environment);
        if (!chosen.isValid()) {
            return Stream.of(error(
                    "database/capacity",
                    origin,
                    "The capacity (%s to %s) of Aurora must be two numbers of halves from 0 to 256, the second at least 1 and no less than the first."
                            .formatted(chosen.least(), chosen.most()),
                    "choose capacity(0.5, 8)."));
        }
        if (chosen.pauses() && environment.isProduction()) {
            return Stream.of(pause(
                    "Aurora must not pause (0) in production environment %s: the first request would wait 15 seconds."
                            .formatted(environment.name())));
        }
        if (chosen.pauses() && settings.proxy()) {
            return Stream.of(
                    pause("Aurora cannot pause (0) behind a proxy in environment %s: the proxy keeps connections open."
                            .formatted(environment.name())));
        }
        return Stream.empty();
    }

    private Problem pause(String what) {
        return error("database/pause", origin, what, "choose at least a half, such as capacity(0.5, 8).");
    }

    private Capacity capacityIn(Environment environment) {
        Capacity small = settings.proxy() ? SMALL_AND_AWAKE : SMALL;
        return capacity.orElse(environment.isProduction() ? LARGE : small);
    }

    private int readersIn(Environment environment) {
        return settings.replicas().orElse(environment.isProduction() ? 1 : 0);
    }

    @Override
    public Binding bind(Claim<? extends PostgresNeed> claim, Place place) {
        return Access.isolated(Engine.POSTGRES)
                .readers(readersIn(place.environment()) > 0)
                .proxied(settings.proxy())
                .bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        Environment environment = stage.plan().environment();
        AuroraStack.provision(
                stage,
                settings.replicas(readersIn(environment)),
                capacityIn(environment),
                stage.place().servicesWith(PostgresNeed.class));
    }
}
