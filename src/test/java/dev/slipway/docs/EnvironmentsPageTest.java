package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=EnvironmentsPageTest -Dslipway.update=true} writes the page anew. */
class EnvironmentsPageTest {
    private static final Path PAGE = Path.of("docs/reference/environments.md");

    private static final String HEAD = """
            # What differs between the environments of the default platform

            Generated from what `mvn compile exec:java` renders, and compared with it by a test. Names that differ by the
            environment alone are left out: `<env>` stands for it. Address ranges differ in their second number, `<n>`.

            """;

    @Test
    void showsEveryPropertyThatDiffers() throws IOException {
        Synthesis synthesis = Slipway.render(Slipway.plan(OrderingPlatform.platform()));
        String page = HEAD + new EnvironmentComparison(synthesis, List.of("dev", "staging", "prod")).markdown();
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}
