package dev.slipway.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Slipway;
import dev.slipway.platform.Platform;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final Platform SHOP = Platform.named("shop");

    @Test
    void takesWhatAMainClassSynthesizesAlsoInAThreadOfItsOwn() {
        assertThat(new Program(Synthesizes.class).platform()).isSameAs(SHOP);
        assertThat(new Program(InAThread.class).platform()).isSameAs(SHOP);
    }

    @Test
    void takesNothingOnceTheProgramHasEnded() {
        new Program(Synthesizes.class).platform();

        assertThat(Program.takes(SHOP)).isFalse();
    }

    @Test
    void saysWhatIsWrongWithAProgram() {
        assertThatThrownBy(() -> Program.named("com.acme.Shop"))
                .hasMessage(
                        "The main class (com.acme.Shop) must be on the class path, and start.%n  Fix: compile the project, or name another with --main."
                                .formatted());
        assertThatThrownBy(() -> new Program(Idle.class).platform())
                .hasMessageContaining("$Idle) synthesizes 0 platforms; it must synthesize exactly one.");
        assertThatThrownBy(() -> new Program(Twice.class).platform()).hasMessageContaining("synthesizes 2 platforms");
        assertThatThrownBy(() -> new Program(ProgramTest.class).platform())
                .hasMessageContaining("ProgramTest) must have a method public static void main(String... args).");
        assertThatThrownBy(() -> new Program(Fails.class).platform())
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("$Fails) failed: java.lang.IllegalStateException: on purpose")
                .hasRootCauseMessage("on purpose");
    }

    static final class Synthesizes {
        public static void main(String... args) {
            Slipway.synthesize(SHOP);
        }
    }

    static final class InAThread {
        public static void main(String... args) throws InterruptedException {
            Thread thread = new Thread(() -> Slipway.synthesize(SHOP));
            thread.start();
            thread.join();
        }
    }

    static final class Idle {
        public static void main(String... args) {}
    }

    static final class Twice {
        public static void main(String... args) {
            Slipway.synthesize(SHOP);
            Slipway.synthesize(SHOP);
        }
    }

    static final class Fails {
        @SuppressWarnings("DoNotCallSuggester") // started by its name
        public static void main(String... args) {
            throw new IllegalStateException("on purpose");
        }
    }
}
