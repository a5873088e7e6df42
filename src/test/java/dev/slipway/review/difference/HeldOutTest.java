package dev.slipway.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ten were scored once, with the list of detections frozen; the score is on the page of differences, and stays as it was. */
class HeldOutTest {
    private static final List<String> MISSED =
            List.of("a service has no replicas: pods-restarted", "a pod becomes another's account: permission-widened");

    @Test
    void missesWhatItMissedAndNothingElseThatIsDangerous() {
        List<String> missed = HeldOutPairs.all().flatMap(HeldOutTest::missed).toList();

        assertThat(HeldOutPairs.all()).hasSize(10);
        assertThat(missed).isEqualTo(MISSED);
    }

    private static Stream<String> missed(Pair pair) {
        Difference difference = pair.difference();
        List<String> found = difference.effects().stream()
                .map(effect -> effect.detection().id())
                .toList();
        String all = difference.effects().toString();
        assertThat(pair.says()).allSatisfy(said -> assertThat(all).contains(said));
        return pair.detections().stream()
                .filter(id -> !id.startsWith("cost-") && !found.contains(id))
                .map(id -> pair.name() + ": " + id);
    }
}
