package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.SynthesizedBy;
import dev.slipway.testing.golden.GoldenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The default platform in all its environments, line by line: a change of a default is read in review where it is made.
 * {@code -Dslipway.update=true} writes the files anew.
 */
@SynthesizedBy(OrderingPlatform.class)
class OrderingGoldenFilesTest {
    @Test
    void nothingChangesUnseen(Synthesis ordering) {
        assertThat(ordering).matchesGoldenFiles(Path.of("src/test/resources/golden/ordering"));
    }

    /** What stands in many stacks and manifests: the line that says it changes, and few others. */
    @ParameterizedTest
    @CsvSource({
        "terminationGracePeriodSeconds: 50, terminationGracePeriodSeconds: 70",
        "'\"RetentionInDays\": 14', '\"RetentionInDays\": 30'",
        "runAsUser: 65532, runAsUser: 65533",
        "cpu: 500m, cpu: 501m",
        "revisionHistoryLimit: 3, revisionHistoryLimit: 5",
        "failureThreshold: 30, failureThreshold: 31"
    })
    void aChangedDefaultTouchesFewLines(String before, String after, Synthesis ordering) {
        Map<String, String> files = new TreeMap<>(ordering.files());
        files.replaceAll((path, text) -> text.replace(before, after));
        List<String> changed = changed(GoldenFiles.of(ordering), GoldenFiles.of(Synthesis.of(files)));

        Assertions.assertThat(changed).isNotEmpty().hasSizeLessThanOrEqualTo(16);
    }

    /** Lines that are in one and not in the other, of all files. */
    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        Assertions.assertThat(after).containsOnlyKeys(before.keySet());
        List<String> changed = new ArrayList<>();
        before.forEach((file, text) -> {
            List<String> left = new ArrayList<>(text.lines().toList());
            after.getOrDefault(file, "")
                    .lines()
                    .filter(line -> !left.remove(line))
                    .forEach(changed::add);
            changed.addAll(left);
        });
        return changed;
    }
}
