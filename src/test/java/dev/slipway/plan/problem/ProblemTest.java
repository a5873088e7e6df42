package dev.slipway.plan.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Problem PARTITIONS = Problem.error(
            "streaming/partitions",
            Origin.of("OrderingPlatform.java", 21),
            "The partitions (0) of topic order.placed must be between 1 and 4000.",
            "declare the topic with .partitions(12).");
    private static final Problem MEMORY = Problem.warning(
            "autoscaling/memory", Origin.unknown(), "The memory (476 MiB) is above the target (435 MiB).", "raise it.");

    @Test
    void readsAsTheUserIsToSeeIt() {
        assertThat(PARTITIONS.toString()).isEqualToNormalizingNewlines("""
                        error streaming/partitions at OrderingPlatform.java:21
                          The partitions (0) of topic order.placed must be between 1 and 4000.
                          Fix: declare the topic with .partitions(12).""");
        assertThat(MEMORY.toString()).startsWith("warning autoscaling/memory at unknown");
    }

    @Test
    void isShownErrorsFirstThenByPlaceThenByRule() {
        List<Problem> sorted = List.of(
                Problem.error("b/b", Origin.of("A.java", 9), "b", ""),
                Problem.error("b/a", Origin.of("B.java", 2), "b", ""),
                Problem.error("a/a", Origin.of("B.java", 10), "b", ""),
                Problem.error("a/b", Origin.of("B.java", 10), "a", ""),
                Problem.error("a/b", Origin.of("B.java", 10), "b", ""),
                Problem.warning("a/a", Origin.of("A.java", 1), "a", ""));
        List<Problem> problems = new ArrayList<>(sorted);
        Collections.reverse(problems);
        problems.sort(Problem.ORDER);
        assertThat(problems).isEqualTo(sorted);
        assertThat(problems.get(0).origin().file()).isEqualTo("A.java");
    }

    @Nested
    class InAnException {
        @Test
        void standsWithAllOthers() {
            InvalidPlatformException exception =
                    new InvalidPlatformException("shop", List.of(PARTITIONS, PARTITIONS, MEMORY));
            assertThat(exception.getMessage()).isEqualToNormalizingNewlines("""
                            Platform shop has 2 errors; nothing was written.
                            error streaming/partitions at OrderingPlatform.java:21
                              The partitions (0) of topic order.placed must be between 1 and 4000.
                              Fix: declare the topic with .partitions(12).
                            error streaming/partitions at OrderingPlatform.java:21
                              The partitions (0) of topic order.placed must be between 1 and 4000.
                              Fix: declare the topic with .partitions(12).
                            warning autoscaling/memory at unknown
                              The memory (476 MiB) is above the target (435 MiB).
                              Fix: raise it.""");
            assertThat(exception.problems()).containsExactly(PARTITIONS, PARTITIONS, MEMORY);
        }

        @Test
        void standsAlone() {
            assertThat(new InvalidPlatformException("shop", List.of(PARTITIONS, MEMORY)))
                    .hasMessageStartingWith("Platform shop has 1 error; nothing was written.");
        }

        @Test
        void isOnlyCountedWhereItHasBeenShown() {
            InvalidPlatformException shown = new InvalidPlatformException("shop", List.of(PARTITIONS, MEMORY)).shown();
            assertThat(shown).hasMessage("Platform shop has 1 error; nothing was written.");
            assertThat(shown.problems()).containsExactly(PARTITIONS, MEMORY);
        }

        @Test
        void hasNoStackTraceThatHidesIt() {
            assertThat(new InvalidPlatformException("shop", List.of(PARTITIONS)).getStackTrace())
                    .isEmpty();
        }
    }
}
