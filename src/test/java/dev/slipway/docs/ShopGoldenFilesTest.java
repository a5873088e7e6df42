package dev.slipway.docs;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.SynthesizedBy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

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
}
