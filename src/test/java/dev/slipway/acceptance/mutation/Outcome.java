package dev.slipway.acceptance.mutation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All mutations, and those of them that nothing finds. */
record Outcome(List<Mutation> all, List<Mutation> survivors) {
    static Outcome of(List<Mutation> mutations) {
        return new Outcome(
                mutations,
                mutations.parallelStream()
                        .filter(mutation -> !mutation.isCaught())
                        .toList());
    }

    private static Stream<Mutation> of(Collection<Mutation> mutations, Operator operator, String kind) {
        return mutations.stream()
                .filter(mutation -> mutation.operator() == operator)
                .filter(mutation -> kind.isEmpty() || mutation.subject().kind().equals(kind));
    }

    long count(Operator operator, String kind) {
        return of(all, operator, kind).count();
    }

    long survived(Operator operator, String kind) {
        return of(survivors, operator, kind).count();
    }
}
