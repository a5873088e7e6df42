package dev.slipway.capability.database;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.capability.database.engine.Access;
import dev.slipway.capability.database.engine.Engine;
import dev.slipway.plan.Place;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with declared databases, whoever provides them: part of what each provider checks. */
public final class DatabaseChecks {
    private DatabaseChecks() {}

    /** All that is wrong with the databases of an engine in a place. */
    public static <N extends DatabaseNeed> Stream<Problem> of(Place place, Engine engine, Class<N> family) {
        return Stream.concat(reserved(place, engine, family), several(place, family));
    }

    /** Of servers that we make, and so reach over TLS as Amazon's. */
    static <N extends DatabaseNeed> Stream<Problem> ours(Place place, Engine engine, Class<N> family, Origin origin) {
        String region = place.target().region();
        boolean isVerified =
                place.claims(family).isEmpty() || Access.isolated(engine).isVerifiedIn(place);
        Stream<Problem> unverified = isVerified
                ? Stream.empty()
                : Stream.of(
                        warning(
                                "database/authorities",
                                origin,
                                "Whose certificates %s has in region %s of environment %s is not known (0); connections are encrypted, and services cannot tell whose server it is."
                                        .formatted(
                                                engine.title(),
                                                region,
                                                place.environment().name()),
                                "nothing is to be done but to wait for a release that knows them, or to choose another region."));
        return Stream.concat(of(place, engine, family), unverified);
    }

    private static <N extends DatabaseNeed> Stream<Problem> reserved(Place place, Engine engine, Class<N> family) {
        return place.claims(family).stream()
                .filter(claim -> engine.reserves(claim.service().name()))
                .map(claim -> error(
                        "database/reserved-name",
                        claim.origin(),
                        "The name (%s) of a service with a database must be none that %s has of its own."
                                .formatted(claim.service().name(), engine.title()),
                        "name the service after what it does."));
    }

    /** Variables and the secret are the same for every engine: a service has one database. */
    private static <N extends DatabaseNeed> Stream<Problem> several(Place place, Class<N> family) {
        return place.servicesWith(family).stream()
                .filter(service -> enginesOf(service) > 1)
                .map(service -> error(
                        "database/several",
                        service.origin(),
                        "Service %s asks for more than one database (%s); it must have one."
                                .formatted(
                                        service.name(),
                                        service.needs(DatabaseNeed.class).stream()
                                                .map(DatabaseNeed::describe)
                                                .collect(Collectors.joining(", "))),
                        "keep the one that holds its state, and move the other to a service of its own."));
    }

    private static long enginesOf(Service service) {
        return service.needs(DatabaseNeed.class).stream()
                .map(DatabaseNeed::getClass)
                .distinct()
                .count();
    }
}
