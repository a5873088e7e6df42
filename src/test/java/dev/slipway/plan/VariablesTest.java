package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.plan.binding.Variable.plain;
import static dev.slipway.platform.Sizing.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VariablesTest {
    static final Service CONFLICTING = Service.java("order")
            .needs(
                    ask("a", Binding.ofVariables(plain("URL", "http://a", "asks a"))),
                    ask("b", Binding.ofVariables(plain("URL", "http://b", "asks b"))));

    private static final Environment DEV = Environment.named("dev").with(cluster(), answers());
    private static final Variable TRACES =
            plain("OTEL_RESOURCE_ATTRIBUTES", "service.namespace=shop,deployment.environment.name=dev", "telemetry");

    private static List<Problem> problems(Service service) {
        return Planning.plan(DEV, service).problems();
    }

    @Nested
    class OfTheRuntime {
        static Stream<Arguments> runtimes() {
            return Stream.of(
                    Arguments.of(
                            Service.java("order"),
                            List.of(
                                    plain(
                                            "JAVA_TOOL_OPTIONS",
                                            "-XX:InitialRAMPercentage=14 -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError",
                                            "runtime JAVA"),
                                    TRACES,
                                    plain("OTEL_SERVICE_NAME", "order", "telemetry"),
                                    plain("SERVER_PORT", "8080", "runtime JAVA"))),
                    Arguments.of(
                            Service.node("order").port(3000),
                            List.of(
                                    plain("NODE_OPTIONS", "--max-old-space-size=1351", "runtime NODE"),
                                    TRACES,
                                    plain("OTEL_SERVICE_NAME", "order", "telemetry"),
                                    plain("PORT", "3000", "runtime NODE"))),
                    Arguments.of(
                            Service.go("order").worker(),
                            List.of(
                                    plain("GOMEMLIMIT", "1638MiB", "runtime GO"),
                                    TRACES,
                                    plain("OTEL_SERVICE_NAME", "order", "telemetry"))),
                    Arguments.of(
                            Service.python("order").once(),
                            List.of(
                                    TRACES,
                                    plain("OTEL_SERVICE_NAME", "order", "telemetry"),
                                    plain("PYTHONUNBUFFERED", "1", "runtime PYTHON"))),
                    Arguments.of(
                            Service.other("order"),
                            List.of(
                                    TRACES,
                                    plain("OTEL_SERVICE_NAME", "order", "telemetry"),
                                    plain("PORT", "8080", "runtime OTHER"))));
        }

        @ParameterizedTest
        @MethodSource("runtimes")
        void fitThePodAndAreSortedByName(Service service, List<Variable> expected) {
            assertThat(Planning.dev(List.of(LARGE), service).services().get(0).variables())
                    .isEqualTo(expected);
        }

        @Test
        void leaveTheHeapsBeginningToTheJvmWhereTheRequestHasNoRoomForIt() {
            assertThat(Planning.first(Service.java("order")).variables())
                    .contains(plain(
                            "JAVA_TOOL_OPTIONS",
                            "-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError",
                            "runtime JAVA"));
        }

        @Test
        void haveTheSameDigitsInEveryLocale() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                assertThat(Planning.first(Service.go("order")).variables())
                        .contains(plain("GOMEMLIMIT", "409MiB", "runtime GO"));
            } finally {
                Locale.setDefault(before);
            }
        }

        @Test
        void giveWayToTheServicesOwn() {
            ServicePlan plan = Planning.first(Service.java("order").variable("SERVER_PORT", "9090"));
            assertThat(plan.variables())
                    .filteredOn(variable -> variable.name().equals("SERVER_PORT"))
                    .containsExactly(plain("SERVER_PORT", "9090", "declared by the service"));
        }
    }

    @Nested
    class OfNeeds {
        private final Parameter brokers = new Parameter("/shop/dev/streaming/brokers", Parameter.Type.TEXT);

        @Test
        void sayWhatMayBeReadFromAws() {
            Variable unsorted = Variable.fromSecret("TOKEN", "shop/dev/order/a", "token", "asks");
            assertThat(readers(
                            Variable.from("BROKERS", brokers, "asks"),
                            Variable.from("BROKERS_AGAIN", brokers, "asks"),
                            Variable.fromSecret("DB_URL", "shop/dev/order/database", "url", "asks"),
                            unsorted))
                    .containsExactly(new SecretReader(
                            "order", List.of(brokers.name()), List.of("shop/dev/order/a", "shop/dev/order/database")));
        }

        @Test
        void readNothingFromAwsWhereTheirSourceIsElsewhere() {
            assertThat(readers(
                            plain("MODE", "fast", "asks"),
                            new Variable("KEY", new Source.FromClusterSecret("order", "key"), "asks")))
                    .isEmpty();
        }

        private static List<SecretReader> readers(Variable... variables) {
            Service service = Service.go("order").needs(ask("x", Binding.ofVariables(variables)));
            return Planning.dev(List.of(), service).secretReaders();
        }
    }

    @Nested
    class InConflict {
        @Test
        void failWhenTwoNeedsSetThemDifferently() {
            assertThat(problems(CONFLICTING))
                    .containsExactly(Problem.error(
                            "variable/conflict",
                            CONFLICTING.origin(),
                            "The variable (URL) of service order is set by two (asks a, asks b) to different values.",
                            "remove or rename one of the two."))
                    .allSatisfy(problem -> assertThat(problem.origin())
                            .hasToString(CONFLICTING.origin().toString()));
        }

        @Test
        void failWhenTheServiceSetsWhatANeedSets() {
            Service service = Service.java("order")
                    .needs(ask("a", Binding.ofVariables(plain("URL", "http://a", "asks a"))))
                    .variable("URL", "http://b");
            assertThat(problems(service))
                    .containsExactly(Problem.error(
                            "variable/conflict",
                            service.origin(),
                            "The variable (URL) of service order is set by two (asks a, declared by the service) to different values.",
                            "remove or rename one of the two."));
        }

        @Test
        void passWhenAllSetTheSame() {
            Service service = Service.java("order")
                    .needs(
                            ask("a", Binding.ofVariables(plain("URL", "http://a", "asks a"))),
                            ask("b", Binding.ofVariables(plain("URL", "http://a", "asks b"))))
                    .variable("URL", "http://a");
            assertThat(problems(service)).isEmpty();
            assertThat(Planning.first(service).variables()).contains(plain("URL", "http://a", "asks a"));
        }
    }
}
