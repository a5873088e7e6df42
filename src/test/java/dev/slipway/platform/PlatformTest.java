package dev.slipway.platform;

import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformTest {
    private static final Service ORDER = Service.java("order");
    private static final Service PAYMENT = Service.java("payment");
    private static final Environment DEV = Environment.named("dev");
    private static final Environment PROD = Environment.named("prod");
    private static final Platform FULL = Platform.named("ordering")
            .release("1.4.0")
            .services(ORDER)
            .environments(DEV)
            .with(SMALL);

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("release", FULL.release("1.5.0")),
                Arguments.of("services", FULL.services(PAYMENT)),
                Arguments.of("environments", FULL.environments(PROD)),
                Arguments.of("choices", FULL.with(autoscale(1, 2))),
                Arguments.of("acceptances", FULL.accepts("across/zones", "one node")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void keepsEverythingElseWhenOneThingChanges(String changed, Platform after) {
        assertThat(Changes.between(FULL, after)).containsExactly(changed);
    }

    @Test
    void startsEmptyAndUnreleased() {
        Platform platform = Platform.named("ordering");
        assertThat(platform.release()).isEqualTo("0.0.0");
        assertThat(platform.services()).isEmpty();
        assertThat(platform.environments()).isEmpty();
        assertThat(platform.choices()).isEmpty();
    }

    @Test
    void addsInOrder() {
        assertThat(FULL.release()).isEqualTo("1.4.0");
        assertThat(FULL.services(PAYMENT).services()).containsExactly(ORDER, PAYMENT);
        assertThat(FULL.environments(PROD).environments()).containsExactly(DEV, PROD);
        assertThat(FULL.with(autoscale(1, 2)).choices()).containsExactly(SMALL, autoscale(1, 2));
    }

    @Test
    void copiesItsLists() {
        List<Service> services = new ArrayList<>(List.of(ORDER));
        List<Environment> environments = new ArrayList<>(List.of(DEV));
        List<Choice> choices = new ArrayList<>(List.of(SMALL));
        Platform platform = new Platform("ordering", "1", services, environments, choices, List.of(), Origin.unknown());
        services.clear();
        environments.clear();
        choices.clear();
        assertThat(platform.services()).containsExactly(ORDER);
        assertThat(platform.environments()).containsExactly(DEV);
        assertThat(platform.choices()).containsExactly(SMALL);
        assertThatThrownBy(() -> platform.services().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> platform.environments().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> platform.choices().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hasANameAndARelease() {
        assertThatNullPointerException().isThrownBy(() -> Platform.named(null)).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> FULL.release(null)).withMessage("release");
    }
}
