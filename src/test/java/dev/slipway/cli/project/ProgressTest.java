package dev.slipway.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Progress progress = Progress.on(new PrintStream(terminal, true, UTF_8));

    @Test
    void saysWhatTakesMoreThanASecondAndErasesIt() {
        String made = progress.during("rendering shop", () -> {
            long end = System.nanoTime() + 10_000_000_000L;
            while (terminal.size() == 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return "made";
        });

        assertThat(made).isEqualTo("made");
        assertThat(terminal.toString(UTF_8))
                .startsWith("\rrendering shop ... 1 s")
                .matches("(?s).*\\r +\\r");
    }

    @Test
    void isSilentAboutWhatIsQuick() {
        assertThat(progress.during("planning", () -> "made")).isEqualTo("made");
        assertThat(terminal.toString(UTF_8)).isEmpty();
    }
}
