package dev.slipway.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in a pair is what is expected, no less and no more. Those that have to be rendered are in {@link CorpusIT}. */
class CorpusTest {
    static Stream<Pair> pairs() {
        return Corpus.pairs().filter(pair -> !pair.isModel());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void findsWhatIsExpected(Pair pair) {
        pair.check();
    }

    @Test
    void isLargeAndCoversWhatCanBeFound() {
        assertThat(Corpus.pairs().map(Pair::name).distinct().count()).isGreaterThanOrEqualTo(60);
        assertThat(Corpus.pairs().flatMap(pair -> pair.detections().stream()).distinct().count())
                .isGreaterThanOrEqualTo(28);
    }
}
