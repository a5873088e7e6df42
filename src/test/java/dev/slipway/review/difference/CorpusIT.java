package dev.slipway.review.difference;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in two models, each rendered. */
class CorpusIT {
    static Stream<Pair> pairs() {
        return Corpus.pairs().filter(Pair::isModel);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void findsWhatIsExpected(Pair pair) {
        pair.check();
    }
}
