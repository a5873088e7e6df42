package dev.slipway.platform;

import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentTest {
    private static final Environment FULL = Environment.named("dev")
            .branch("develop")
            .host("dev.shop.example.com")
            .namespace("shop-dev")
            .in("444455556666", "eu-west-1")
            .with(SMALL);

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("isProduction", FULL.production()),
                Arguments.of("branch", FULL.branch("main")),
                Arguments.of("hosts", FULL.host("shop.example.com")),
                Arguments.of("namespace", FULL.namespace("shop")),
                Arguments.of("target", FULL.in("444455556666", "eu-west-2")),
                Arguments.of("choices", FULL.with(autoscale(1, 2))),
                Arguments.of("acceptances", FULL.accepts("across/zones", "one node")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void keepsEverythingElseWhenOneThingChanges(String changed, Environment after) {
        assertThat(Changes.between(FULL, after)).containsExactly(changed);
    }

    @Test
    void startsAsAPlaceThatNothingDependsOn() {
        Environment environment = Environment.named("dev");
        assertThat(environment.isProduction()).isFalse();
        assertThat(environment.branch()).isEmpty();
        assertThat(environment.hosts()).isEmpty();
        assertThat(environment.namespace()).isEmpty();
        assertThat(environment.target()).isEmpty();
        assertThat(environment.choices()).isEmpty();
    }

    @Test
    void takesWhatItIsTold() {
        assertThat(FULL.production().isProduction()).isTrue();
        assertThat(FULL.branch()).contains("develop");
        assertThat(FULL.hosts()).contains(new Hosts("dev.shop.example.com"));
        assertThat(FULL.namespace()).contains("shop-dev");
        assertThat(FULL.target()).contains(new Target("444455556666", "eu-west-1"));
        assertThat(FULL.with(LARGE, autoscale(1, 2)).choices()).containsExactly(SMALL, LARGE, autoscale(1, 2));
    }

    @Test
    void copiesItsChoices() {
        List<Choice> choices = new ArrayList<>(List.of(SMALL));
        Environment environment = new Environment(
                "dev",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                choices,
                List.of(),
                Origin.unknown());
        choices.clear();
        assertThat(environment.choices()).containsExactly(SMALL);
        assertThatThrownBy(() -> environment.choices().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hasAName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Environment.named(null))
                .withMessage("name");
    }

    @Nested
    class HostsOfServices {
        private static final Service ORDER = Service.java("order");

        @Test
        void areOneWithoutThePlaceholder() {
            Hosts hosts = new Hosts("shop.example.com");
            assertThat(hosts.perService()).isFalse();
            assertThat(hosts.of(ORDER)).isEqualTo("shop.example.com");
        }

        @Test
        void areOneEachWithIt() {
            Hosts hosts = new Hosts("<service>.dev.example.com");
            assertThat(hosts.perService()).isTrue();
            assertThat(hosts.of(ORDER)).isEqualTo("order.dev.example.com");
            assertThat(hosts.of(Service.go("payment"))).isEqualTo("payment.dev.example.com");
        }

        @Test
        void mayHoldTheNameAnywhere() {
            assertThat(new Hosts("dev-<service>.example.com").of(ORDER)).isEqualTo("dev-order.example.com");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, aws",
        "us-east-1, aws",
        "cn-north-1, aws-cn",
        "us-gov-west-1, aws-us-gov",
        "us-iso-east-1, aws-iso",
        "us-isob-east-1, aws-iso-b",
        "eu-isoe-west-1, aws-iso-e",
        "us-isof-south-1, aws-iso-f",
        "eusc-de-east-1, aws-eusc"
    })
    void standsInThePartitionOfItsRegion(String region, String partition) {
        assertThat(new Target("111122223333", region).partition()).isEqualTo(partition);
    }

    @Test
    void goesToTheDocumentationAccountWhereNothingElseIsKnown() {
        assertThat(Target.DOCUMENTATION).isEqualTo(new Target("111122223333", "eu-central-1"));
    }
}
