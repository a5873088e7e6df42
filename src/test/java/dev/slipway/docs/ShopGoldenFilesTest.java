package dev.slipway.docs;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

/** The platform of the README against its golden files. {@code -Dslipway.update=true} writes them anew. */
@SynthesizedBy(ShopPlatform.class)
class ShopGoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/shop");

    // snippet: kit-golden
    @Test
    void nothingChangesUnseen(Synthesis shop) {
        assertThat(shop).matchesGoldenFiles(Path.of("src/test/resources/golden/shop"));
    }
    // end

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
    void aChangedDefaultTouchesFewLines(String before, String after, Synthesis shop) {
        Map<String, String> files = new TreeMap<>(shop.files());
        files.replaceAll((path, text) -> text.replace(before, after));
        List<String> changed = changed(GoldenFiles.of(shop), GoldenFiles.of(Synthesis.of(files)));

        Assertions.assertThat(changed).isNotEmpty().hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void failuresReadAsThePageShows(Synthesis shop) {
        assumeThat(Boolean.getBoolean("slipway.update"))
                .as("the files are written, and not to what this test makes of them")
                .isFalse();
        String shown = Markdown.OF_THIS_REPOSITORY
                .block("output", "kit-golden-failure")
                .text();
        Map<String, String> files = new TreeMap<>(shop.files());
        List.of("order", "mail")
                .forEach(service -> files.computeIfPresent(
                        "dist/prod/%s.k8s.yaml".formatted(service),
                        (path, text) -> text.replace("memory: 2Gi", "memory: 3Gi")));
        AssertionError error = Assertions.catchThrowableOfType(
                AssertionError.class, () -> assertThat(Synthesis.of(files)).matchesGoldenFiles(GOLDEN));

        Assertions.assertThat(error.getMessage().strip()).isEqualTo(shown.strip());
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
