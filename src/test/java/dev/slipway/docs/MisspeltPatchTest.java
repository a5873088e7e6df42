package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.InvalidPlatformException;
import org.junit.jupiter.api.Test;

class MisspeltPatchTest {
    @Test
    void isReportedAsThePageShows() {
        Plan plan = Slipway.plan(MisspeltPatch.platform());

        assertThatThrownBy(() -> Slipway.render(plan))
                .isInstanceOfSatisfying(
                        InvalidPlatformException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> assertThat(problem + "\n")
                                .isEqualTo(Markdown.OF_THIS_REPOSITORY
                                        .block("output", "misspelt-patch")
                                        .text())));
    }
}
