package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Problem ERROR = Problem.error("a/b", Origin.of("P.java", 2), "what", "fix");
    private static final Problem WARNING = Problem.warning("a/c", Origin.of("P.java", 1), "what", "fix");

    private static Plan with(Problem... problems) {
        return new Plan(Platform.named("shop"), List.of(), List.of(problems));
    }

    @Test
    void passesWithoutErrors() {
        Plan plan = with(WARNING);
        assertThat(plan.hasErrors()).isFalse();
        assertThat(plan.verify()).isSameAs(plan);
    }

    @Test
    void isRefusedWithErrorsAndShowsThemBeforeWarnings() {
        Plan plan = with(WARNING, ERROR);
        assertThat(plan.hasErrors()).isTrue();
        assertThat(catchThrowableOfType(InvalidPlatformException.class, plan::verify)
                        .problems())
                .containsExactly(ERROR, WARNING);
    }

    @Test
    void cannotBeChanged() {
        Plan plan = Planning.plan(
                Environment.named("dev").with(FakeCluster.cluster(), Answers.answers()), Service.java("order"));
        EnvironmentPlan dev = plan.environments().get(0);
        ServicePlan order = dev.services().get(0);
        assertThat(List.of(
                        plan.problems(),
                        plan.environments(),
                        dev.services(),
                        dev.place().choices(),
                        order.variables(),
                        order.grants(),
                        order.edges()))
                .allSatisfy(list -> assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class));
    }

    @Nested
    class OfInputs {
        @Test
        void areCopiedAndSorted() {
            Map<String, String> digests = new HashMap<>(Map.of("b", "sha256:2", "a", "sha256:1"));
            Inputs inputs = new Inputs(Target.DOCUMENTATION, digests);
            digests.clear();
            assertThat(inputs.digests().keySet()).containsExactly("a", "b");
            assertThatThrownBy(() -> inputs.digests().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void areOfADayOnlyWhereOneIsPassedIn() {
            LocalDate day = LocalDate.of(2026, 11, 21);
            assertThat(Inputs.NONE.today()).isEmpty();
            assertThat(Inputs.NONE.on(day)).isEqualTo(new Inputs(Target.DOCUMENTATION, Map.of(), Optional.of(day)));
        }
    }
}
