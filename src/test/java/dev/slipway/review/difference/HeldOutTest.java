package dev.slipway.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    @Test
    void score() {
        List<String> lines = HeldOutPairs.all()
                .map(pair -> {
                    Difference difference = pair.difference();
                    Set<String> found = difference.effects().stream()
                            .map(effect -> effect.detection().id())
                            .collect(Collectors.toCollection(TreeSet::new));
                    return "%s | expected %s | found %s | says %s"
                            .formatted(
                                    pair.name(),
                                    new TreeSet<>(pair.detections()),
                                    found,
                                    pair.says().stream()
                                            .allMatch(said -> difference.effects().toString().contains(said)));
                })
                .toList();
        assertThat(lines).isEmpty();
    }
}
