package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Providers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChooseProvidersTest {
    private static final String PAGE = Markdown.read(Path.of("docs/guide/choose-providers.md"));

    /** A row of a table, as a choice in code: whoever adds a provider says when to choose it. */
    @Test
    void saysOfEveryProviderWhenToChooseIt() {
        assertThat(Providers.all().keySet()).isNotEmpty().allSatisfy(provider -> assertThat(PAGE.lines())
                .as("a row that starts with %s, or has it as the choice for a need", provider)
                .anyMatch(line -> line.startsWith("| ") && line.contains("`" + provider + "`")));
    }
}
