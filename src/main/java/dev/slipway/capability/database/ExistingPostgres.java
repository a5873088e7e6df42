package dev.slipway.capability.database;

import dev.slipway.capability.database.engine.Engine;
import dev.slipway.capability.database.existing.ExistingDatabase;
import dev.slipway.capability.database.existing.ExistingServer;
import dev.slipway.capability.database.existing.ExistingStack;
import dev.slipway.capability.database.rds.RdsEngine;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that is there already, of version 16 or later: on RDS, Aurora or a machine of one's own. Each service
 * that asks gets a database and a credential of its own in it; the server itself is left as it is.
 *
 * <pre>{@code
 * Environment.named("prod").with(existingPostgres(
 *     "main.abc123.eu-central-1.rds.amazonaws.com", "sg-0123456789abcdef0", "shared/postgres/master"))
 * }</pre>
 */
@Declares
public record ExistingPostgres(ExistingServer server, Origin origin)
        implements Provider<PostgresNeed>, ProvisionsOnAws, ExistingDatabase<ExistingPostgres> {
    /**
     * A server by its host, the id of the security group that guards it, and the name of the secret with the
     * {@code username} and {@code password} of somebody who may make roles and databases.
     */
    public static ExistingPostgres existingPostgres(String host, String securityGroup, String masterSecret) {
        return new ExistingPostgres(
                ExistingServer.of(Engine.POSTGRES, host, securityGroup, masterSecret), Origin.here());
    }

    @Override
    public ExistingPostgres with(ExistingServer newServer) {
        return new ExistingPostgres(newServer, origin);
    }

    @Override
    public Class<PostgresNeed> meets() {
        return PostgresNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(server.check(origin), DatabaseChecks.of(place, Engine.POSTGRES, PostgresNeed.class));
    }

    @Override
    public Binding bind(Claim<? extends PostgresNeed> claim, Place place) {
        return server.access(place).bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        ExistingStack.provision(stage, server, RdsEngine.POSTGRES, stage.place().servicesWith(PostgresNeed.class));
    }
}
