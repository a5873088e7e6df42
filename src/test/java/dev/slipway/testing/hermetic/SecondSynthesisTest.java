package dev.slipway.testing.hermetic;

import static dev.slipway.testing.Failing.failsWith;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Of programs that write a file or two, as it takes a synthesis twice: DeterminismIT does that. */
class SecondSynthesisTest {
    static final class Steady {
        private Steady() {}

        public static void main(String... args) throws IOException {
            Files.writeString(Path.of("a.txt"), "a\n");
        }
    }

    static final class Moody {
        private Moody() {}

        public static void main(String... args) throws IOException {
            Files.writeString(Path.of("a.txt"), "a\n");
            Files.writeString(Path.of("b.txt"), "b\n");
            Files.writeString(
                    Path.of("c.txt"), ZoneId.systemDefault().getId().equals("Pacific/Kiritimati") ? "far" : "near");
        }
    }

    static final class Idle {
        private Idle() {}

        public static void main(String... args) {}
    }

    static final class Failing {
        private Failing() {}

        public static void main(String... args) {
            if (args.length == 0) {
                throw new IllegalStateException("not today");
            }
        }
    }

    @Test
    void passesWhatWritesTheSame() {
        SecondSynthesis.of(Steady.class).verify();
    }

    @Test
    void namesEachFileAndTheFirstLineThatDiffers() {
        failsWith("""
                Expecting Moody
                to write the same bytes in another folder, home, time zone, locale and environment
                but of 3 files 1 differ
                  c.txt:1
                  - near
                  + far
                """, () -> SecondSynthesis.of(Moody.class).verify());
    }

    @Test
    void failsWhereNothingIsWritten() {
        failsWith("""
                Expecting Idle
                to write files
                but it writes none
                """, () -> SecondSynthesis.of(Idle.class).verify());
    }

    @Test
    void saysWhyAProgramFails() {
        assertThatThrownBy(() -> SecondSynthesis.of(Failing.class).verify())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Failing) must end with 0, not 1:")
                .hasMessageContaining("not today");
    }
}
