package dev.slipway.review.difference;

import java.util.stream.Stream;

/** Pairs of models, from nothing at all to a production database that is replaced. */
final class Corpus {
    private Corpus() {}

    static Stream<Pair> pairs() {
        return Stream.of(PlainPairs.all(), DataPairs.all(), PermissionPairs.all(), PathPairs.all(), EventPairs.all())
                .flatMap(pairs -> pairs);
    }

    static Pair named(String name) {
        return pairs().filter(pair -> pair.name().equals(name)).findFirst().orElseThrow();
    }
}
