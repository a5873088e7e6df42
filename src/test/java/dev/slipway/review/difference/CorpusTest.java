package dev.slipway.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of models, from nothing at all to a production database that is replaced: what is found is what is expected, no less and no more. */
class CorpusTest {
    static Stream<Pair> pairs() {
        return Stream.of(PlainPairs.all(), DataPairs.all(), PermissionPairs.all(), PathPairs.all(), EventPairs.all())
                .flatMap(pairs -> pairs);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void findsWhatIsExpected(Pair pair) {
        Difference difference = pair.difference();

        List<String> found = difference.effects().stream()
                .map(effect -> effect.detection().id())
                .distinct()
                .toList();
        String all = String.join("\n", difference.effects().stream().map(Effect::toString).toList());
        assertThat(found).as(all).containsExactlyInAnyOrderElementsOf(pair.detections());
        pair.says().forEach(text -> assertThat(all).contains(text));
    }

    @Test
    void isLarge() {
        assertThat(pairs().map(Pair::name).distinct().count()).isGreaterThanOrEqualTo(50);
    }
}
