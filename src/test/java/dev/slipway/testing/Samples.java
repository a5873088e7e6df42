package dev.slipway.testing;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.Planes;
import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes that other tests run: not found by themselves, as they are nested in what is no test. */
final class Samples {
    private Samples() {}

    private static Platform tiny(String... environments) {
        Platform platform = Platform.named("tiny").services(Service.java("order"));
        for (String environment : environments) {
            platform = platform.environments(Environment.named(environment).with(localCluster()));
        }
        return platform;
    }

    static final class Tiny {
        static final AtomicInteger ASKED = new AtomicInteger();

        private Tiny() {}

        static Platform platform() {
            ASKED.incrementAndGet();
            return tiny("local");
        }
    }

    static final class Supplied implements Supplier<Platform> {
        @Override
        public Platform get() {
            return tiny("supplied");
        }
    }

    /** Only its program says what it is. */
    public static final class Main {
        private Main() {}

        public static void main(String... args) {
            Slipway.synthesize(tiny("programmed"));
        }
    }

    static final class Broken {
        private Broken() {}

        static Platform platform() {
            return Platform.named("broken")
                    .services(Service.java("order").port(80))
                    .environments(Environment.named("local").with(localCluster()));
        }
    }

    @SynthesizedBy(value = Tiny.class, planes = Planes.KUBERNETES)
    static class First {
        @Test
        void getsTheWhole(Synthesis synthesis, Plan plan) {
            assertThat(synthesis).hasEnvironments("local");
            org.assertj.core.api.Assertions.assertThat(plan.environments()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"order", "order"})
        void getsItBesideArguments(String service, @InEnvironment("local") SynthesizedEnvironment local) {
            assertThat(local).service(service).hasReplicas(1);
        }

        @Nested
        class Inside {
            @Test
            void getsItToo(Synthesis synthesis) {
                assertThat(synthesis).environment("local").service("order");
            }
        }
    }

    static final class Second extends First {}

    @SynthesizedBy(Supplied.class)
    static final class OfASupplier {
        @Test
        void runs(Synthesis synthesis) {
            assertThat(synthesis).hasEnvironments("supplied");
        }
    }

    @SynthesizedBy(Main.class)
    static final class OfAProgram {
        @Test
        void runs(Synthesis synthesis) {
            assertThat(synthesis).hasEnvironments("programmed");
        }
    }

    @SynthesizedBy(value = Tiny.class, planes = Planes.KUBERNETES)
    static final class OfNoEnvironment {
        @Test
        void isRefused(@InEnvironment("lokal") SynthesizedEnvironment environment) {
            assertThat(environment).service("order");
        }

        @Test
        void isRefusedWithoutAName(SynthesizedEnvironment environment) {
            assertThat(environment).service("order");
        }
    }

    @SynthesizedBy(value = Tiny.class, environments = "prod")
    static final class OfAnEnvironmentThatIsNotThere {
        @Test
        void isRefused(Synthesis synthesis) {
            assertThat(synthesis).hasEnvironments("prod");
        }
    }

    @SynthesizedBy(value = Tiny.class, planes = Planes.KUBERNETES)
    static final class Failing {
        @Test
        void says(Synthesis synthesis) {
            assertThat(synthesis).environment("local").service("order").hasReplicas(2);
        }
    }

    @SynthesizedBy(Broken.class)
    static class OfAnErroneousPlatform {
        @Test
        void first(Synthesis synthesis) {
            assertThat(synthesis).hasEnvironments();
        }

        @Test
        void second(Synthesis synthesis) {
            assertThat(synthesis).hasEnvironments();
        }
    }

    static final class OfTheSameErroneousPlatform extends OfAnErroneousPlatform {}
}
