package dev.slipway.plan.addon;

import static dev.slipway.plan.addon.AnyAddon.CHART;
import static dev.slipway.plan.addon.AnyAddon.First.first;
import static dev.slipway.plan.addon.AnyAddon.Second.second;
import static dev.slipway.plan.addon.Preinstalled.preinstalled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.AnyAddon.First;
import dev.slipway.plan.addon.AnyAddon.Second;
import dev.slipway.platform.Choice;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AddonsTest {
    private static final First FIRST = first(CHART);
    private static final Second SECOND = second(CHART.release("other"));

    private static Place with(Choice... choices) {
        Place dev = Sample.with().plan().verify().environments().get(0).place();
        return new Place(dev.platform(), dev.environment(), dev.target(), dev.names(), List.of(choices));
    }

    @Nested
    class Ordered {
        @Test
        void comeInTheOrderOfTheChoices() {
            assertThat(Addons.of(with(SECOND, FIRST))).containsExactly(SECOND, FIRST);
            assertThat(Addons.of(with(FIRST, SECOND))).containsExactly(FIRST, SECOND);
        }

        @Test
        void comeAfterThoseThatTheyRequire() {
            First requiring = FIRST.requiring(Second.class);

            assertThat(Addons.of(with(requiring, SECOND))).containsExactly(SECOND, requiring);
        }

        @Test
        void comeOnceEachWhereTheyRequireOneAnother() {
            First one = FIRST.requiring(Second.class);
            Second other = SECOND.requiring(First.class);

            assertThat(Addons.of(with(one, other))).containsExactlyInAnyOrder(one, other);
        }

        @Test
        void areNotInstalledWhereSomebodyElseDoes() {
            assertThat(Addons.of(with(preinstalled(FIRST), SECOND))).containsExactly(SECOND);
        }
    }

    @Nested
    class InTheCluster {
        @Test
        void areThoseThatAreChosen() {
            assertThat(Addons.has(with(FIRST), "first")).isTrue();
            assertThat(Addons.has(with(FIRST), "second")).isFalse();
        }

        @Test
        void areThoseThatSomebodyElseInstallsToo() {
            assertThat(Addons.has(with(preinstalled(FIRST)), "first")).isTrue();
            assertThat(Addons.has(with(preinstalled(FIRST)), "second")).isFalse();
        }
    }

    @Nested
    class Required {
        @Test
        void areTheOthersAlone() {
            First requiring = FIRST.requiring(Second.class);

            assertThat(Addons.required(requiring, with(requiring, SECOND))).containsExactly(SECOND);
            assertThat(Addons.required(SECOND, with(requiring, SECOND))).isEmpty();
        }

        @Test
        void areItselfTooInACircle() {
            First one = FIRST.requiring(Second.class);
            Second other = SECOND.requiring(First.class);

            assertThat(Addons.required(one, with(one, other))).containsExactly(other, one);
        }

        @Test
        void areNoneThatAreNotThere() {
            First requiring = FIRST.requiring(Second.class);

            assertThat(Addons.required(requiring, with(requiring))).isEmpty();
        }
    }
}
