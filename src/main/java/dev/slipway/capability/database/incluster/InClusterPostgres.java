package dev.slipway.capability.database.incluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.database.DatabaseChecks;
import dev.slipway.capability.database.PostgresNeed;
import dev.slipway.capability.database.engine.Access;
import dev.slipway.capability.database.engine.Engine;
import dev.slipway.capability.database.engine.InCluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.check.Reserved;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import dev.slipway.render.kubernetes.server.Server;
import java.util.List;
import java.util.stream.Stream;

/**
 * One PostgreSQL in the cluster itself, and in it a database and a credential of its own for each service that asks, made by
 * the same task as on RDS.
 *
 * <p>Connections are not encrypted: network policies close the server to all but those who have a database in it, and
 * passwords do not cross the network in SCRAM.
 *
 * <pre>{@code
 * Environment.named("local").with(localCluster(), inClusterPostgres().storage(20))
 * }</pre>
 *
 * @param gibibytes of its volume
 */
@Declares
public record InClusterPostgres(int gibibytes, Origin origin) implements Provider<PostgresNeed>, RunsInCluster {
    /** Enough for the test data of eight small services. */
    public static final int DEFAULT_GIBIBYTES = 5;

    private static final int MOST_GIBIBYTES = 16_384;

    /** With a volume of {@value #DEFAULT_GIBIBYTES} GiB. */
    public static InClusterPostgres inClusterPostgres() {
        return new InClusterPostgres(DEFAULT_GIBIBYTES, Origin.here());
    }

    /** GiB of its volume. */
    public InClusterPostgres storage(int newGibibytes) {
        return new InClusterPostgres(newGibibytes, origin);
    }

    @Override
    public Class<PostgresNeed> meets() {
        return PostgresNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> storage = gibibytes >= 1 && gibibytes <= MOST_GIBIBYTES
                ? Stream.empty()
                : Stream.of(error(
                        "database/incluster-storage",
                        origin,
                        "The storage (%s GiB) of PostgreSQL in the cluster must be 1 to %s GiB."
                                .formatted(gibibytes, MOST_GIBIBYTES),
                        "write it as inClusterPostgres().storage(%s).".formatted(DEFAULT_GIBIBYTES)));
        return Stream.of(
                        storage,
                        Reserved.names(
                                place.platform(),
                                "PostgreSQL in the cluster",
                                List.of(PostgresServer.NAME, Server.podsOf(PostgresServer.NAME))),
                        DatabaseChecks.of(place, Engine.POSTGRES, PostgresNeed.class))
                .flatMap(problems -> problems);
    }

    @Override
    public Binding bind(Claim<? extends PostgresNeed> claim, Place place) {
        InCluster server = new InCluster(Server.host(PostgresServer.NAME, place.names()), PostgresServer.MASTER);
        return Access.inCluster(Engine.POSTGRES, PostgresServer.NAME, server).bind(claim, place);
    }

    @Override
    public void deploy(Manifests manifests) {
        if (!manifests.plan().servicesWith(PostgresNeed.class).isEmpty()) {
            new PostgresServer(manifests.plan(), gibibytes).deploy(manifests);
        }
    }
}
