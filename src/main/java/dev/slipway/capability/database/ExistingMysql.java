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
 * A MySQL server that is there already, of version 8.0 or later: on RDS, Aurora or a machine of one's own. Each service
 * that asks gets a database and a credential of its own in it; the server itself is left as it is.
 *
 * <pre>{@code
 * Environment.named("prod").with(existingMysql(
 *     "main.abc123.eu-central-1.rds.amazonaws.com", "sg-0123456789abcdef0", "shared/mysql/master"))
 * }</pre>
 */
@Declares
public record ExistingMysql(ExistingServer server, Origin origin)
        implements Provider<MySqlNeed>, ProvisionsOnAws, ExistingDatabase<ExistingMysql> {
    /**
     * A server by its host, the id of the security group that guards it, and the name of the secret with the
     * {@code username} and {@code password} of somebody who may make users and databases.
     */
    public static ExistingMysql existingMysql(String host, String securityGroup, String masterSecret) {
        return new ExistingMysql(ExistingServer.of(Engine.MYSQL, host, securityGroup, masterSecret), Origin.here());
    }

    @Override
    public ExistingMysql with(ExistingServer newServer) {
        return new ExistingMysql(newServer, origin);
    }

    @Override
    public Class<MySqlNeed> meets() {
        return MySqlNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(server.check(origin), DatabaseChecks.of(place, Engine.MYSQL, MySqlNeed.class));
    }

    @Override
    public Binding bind(Claim<? extends MySqlNeed> claim, Place place) {
        return server.access(place).bind(claim, place);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        ExistingStack.provision(stage, server, RdsEngine.MYSQL, stage.place().servicesWith(MySqlNeed.class));
    }
}
