package dev.slipway.platform;

import static dev.slipway.platform.Image.builtFrom;
import static dev.slipway.platform.Image.published;
import static dev.slipway.platform.Queue.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.Service.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceTest {
    private static final Service FULL = Service.python("order")
            .image(builtFrom("apps/order"))
            .port(9000)
            .health("/ready", "/live")
            .needs(queue("jobs"))
            .variable("MODE", "fast")
            .ownedBy("checkout", "#checkout");

    @Nested
    class OutOfTheBox {
        @Test
        void listensOnThePortOfSpring() {
            assertThat(Service.java("order").workload()).isEqualTo(new Workload.Server(8080));
        }

        @Test
        void isBuiltFromTheFolderOfItsName() {
            assertThat(Service.java("order").image()).isEqualTo(builtFrom("services/order"));
        }

        @Test
        void hasNeitherNeedsNorSettingsNorOwner() {
            assertThat(Service.java("order").needs()).isEmpty();
            assertThat(Service.java("order").variables()).isEmpty();
            assertThat(Service.java("order").owner()).isEmpty();
        }

        static Stream<Arguments> runtimes() {
            return Stream.of(
                    Arguments.of(Service.java("s"), ServiceRuntime.JAVA, Service.Health.ACTUATOR),
                    Arguments.of(Service.python("s"), ServiceRuntime.PYTHON, Service.Health.PLAIN),
                    Arguments.of(Service.go("s"), ServiceRuntime.GO, Service.Health.PLAIN),
                    Arguments.of(Service.node("s"), ServiceRuntime.NODE, Service.Health.PLAIN),
                    Arguments.of(Service.other("s"), ServiceRuntime.OTHER, Service.Health.PLAIN));
        }

        @ParameterizedTest
        @MethodSource("runtimes")
        void answersOnTheHealthPathsOfItsRuntime(Service service, ServiceRuntime runtime, Service.Health health) {
            assertThat(service.runtime()).isEqualTo(runtime);
            assertThat(service.health()).isEqualTo(health);
        }

        @Test
        void springAnswersOnTheGroupsOfTheActuator() {
            assertThat(Service.Health.ACTUATOR.readiness()).isEqualTo("/actuator/health/readiness");
            assertThat(Service.Health.ACTUATOR.liveness()).isEqualTo("/actuator/health/liveness");
            assertThat(Service.Health.PLAIN).isEqualTo(new Service.Health("/readyz", "/livez"));
        }
    }

    @Nested
    class KeepsEverythingElse {
        static Stream<Arguments> changes() {
            return Stream.of(
                    Arguments.of("image", FULL.image(published("docker.io/acme/order:1"))),
                    Arguments.of("workload", FULL.port(9001)),
                    Arguments.of("workload", FULL.worker()),
                    Arguments.of("workload", FULL.scheduled("0 3 * * *")),
                    Arguments.of("workload", FULL.once()),
                    Arguments.of("health", FULL.health("/a", "/b")),
                    Arguments.of("needs", FULL.needs(queue("more"))),
                    Arguments.of("variables", FULL.variable("LEVEL", "debug")),
                    Arguments.of("owner", FULL.ownedBy("billing", "#billing")),
                    Arguments.of("acceptances", FULL.accepts("across/zones", "one node")));
        }

        @ParameterizedTest
        @MethodSource("changes")
        void whenOneThingChanges(String changed, Service after) {
            assertThat(Changes.between(FULL, after)).containsExactly(changed);
        }
    }

    @Nested
    class TakesWhatItIsTold {
        @Test
        void howItRuns() {
            assertThat(FULL.port(9001).workload()).isEqualTo(new Workload.Server(9001));
            assertThat(FULL.worker().workload()).isEqualTo(new Workload.Worker());
            assertThat(FULL.scheduled("0 3 * * *").workload()).isEqualTo(new Workload.Scheduled("0 3 * * *"));
            assertThat(FULL.once().workload()).isEqualTo(new Workload.Once());
        }

        @Test
        void whereItsHealthIs() {
            assertThat(FULL.health("/a", "/b").health()).isEqualTo(new Service.Health("/a", "/b"));
        }

        @Test
        void whoOwnsIt() {
            assertThat(FULL.owner()).isEqualTo(Optional.of(new Service.Owner("checkout", "#checkout")));
        }

        @Test
        void needsAndSettingsInTheOrderInWhichTheyWereAdded() {
            Service service =
                    FULL.needs(queue("b"), queue("a")).variable("B", "1").variable("A", "2");
            assertThat(service.needs()).containsExactly(queue("jobs"), queue("b"), queue("a"));
            assertThat(service.variables())
                    .containsExactly(new Setting("MODE", "fast"), new Setting("B", "1"), new Setting("A", "2"));
        }

        @Test
        void needsOfOneFamily() {
            Service service = Service.java("order").needs(queue("a"), new Other(), queue("b"));
            assertThat(service.needs(Queue.class)).containsExactly(queue("a"), queue("b"));
            assertThat(service.needs(Other.class)).containsExactly(new Other());
            assertThat(service.needs(Need.class)).hasSize(3);
        }
    }

    @Nested
    class CannotBeChanged {
        @Test
        void throughTheListsItWasMadeFrom() {
            List<Need> needs = new ArrayList<>(List.of(queue("jobs")));
            List<Setting> settings = new ArrayList<>(List.of(new Setting("MODE", "fast")));
            Service service = new Service(
                    "order",
                    FULL.runtime(),
                    FULL.workload(),
                    FULL.image(),
                    FULL.health(),
                    needs,
                    settings,
                    Optional.empty(),
                    64,
                    List.of(),
                    FULL.origin());
            needs.clear();
            settings.clear();
            assertThat(service.needs()).hasSize(1);
            assertThat(service.variables()).hasSize(1);
        }

        @Test
        void throughTheListsItShows() {
            assertThatThrownBy(() -> FULL.needs().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> FULL.variables().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void intoOneWithoutNameOrImage() {
            assertThatNullPointerException()
                    .isThrownBy(() -> Service.java(null))
                    .withMessage("name");
            assertThatNullPointerException().isThrownBy(() -> FULL.image(null)).withMessage("image");
            assertThatNullPointerException().isThrownBy(() -> builtFrom(null)).withMessage("folder");
            assertThatNullPointerException().isThrownBy(() -> published(null)).withMessage("reference");
        }
    }

    private record Other() implements Need {
        @Override
        public Origin origin() {
            return Origin.unknown();
        }

        @Override
        public String describe() {
            return "other";
        }
    }
}
