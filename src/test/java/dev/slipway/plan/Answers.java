package dev.slipway.plan;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.stream.Stream;

/** Meets {@link Ask}: finds a problem with what nobody may ask, warns of what nobody should, and cannot bind the former. */
@Declares
record Answers(String name, Origin origin) implements Provider<Ask> {
    static final String FORBIDDEN = "forbidden";
    static final String DOUBTFUL = "doubtful";

    static Answers answers() {
        return named("answers");
    }

    static Answers named(String name) {
        return new Answers(name, Origin.here());
    }

    @Override
    public Class<Ask> meets() {
        return Ask.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return place.claims(Ask.class).stream()
                .flatMap(claim -> switch (claim.need().what()) {
                    case FORBIDDEN ->
                        Stream.of(error(
                                "ask/forbidden",
                                claim.origin(),
                                "Service %s must not ask (forbidden)."
                                        .formatted(claim.service().name()),
                                "ask something else."));
                    case DOUBTFUL ->
                        Stream.of(warning(
                                "ask/doubtful",
                                claim.origin(),
                                "Service %s should not ask (doubtful)."
                                        .formatted(claim.service().name()),
                                "ask something else."));
                    default -> Stream.empty();
                });
    }

    @Override
    public Binding bind(Claim<? extends Ask> claim, Place place) {
        if (claim.need().what().equals(FORBIDDEN)) {
            throw new IllegalStateException("Bound though a check found an error");
        }
        return claim.need().becomes();
    }
}
