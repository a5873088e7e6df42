package dev.slipway.plan.check;

import static dev.slipway.plan.check.RuleCase.ofService;
import static dev.slipway.platform.Image.builtFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceRulesTest {
    private static final String NAME = "must be 1 to 63 lower-case letters, digits or single hyphens, starting with a"
            + " letter and ending with a letter or digit.";
    private static final String TEAM =
            "must be 1 to 63 letters, digits, dots, hyphens or underscores, starting and ending with a letter or digit.";
    private static final String LONG = "a".repeat(53);

    static Stream<RuleCase> names() {
        return Stream.of(
                ofService(
                        "service/name",
                        "The name (Order) of a service " + NAME,
                        "rename the service.",
                        Service.java("Order"),
                        Service.java("o")),
                ofService(
                        "service/name",
                        "The name (my order) of a service " + NAME,
                        "rename the service.",
                        Service.java("my order"),
                        Service.java("my-order")),
                ofService(
                        "service/name",
                        "The name (my--order) of a service " + NAME,
                        "rename the service.",
                        Service.java("my--order"),
                        Service.java("my-or-der")),
                ofService(
                        "service/name",
                        "The name (%s) of a service ".formatted("a".repeat(64)) + NAME,
                        "rename the service.",
                        Service.java("a".repeat(64)),
                        Service.java("a".repeat(63))),
                ofService(
                        "service/reserved-name",
                        "The name (platform) of a service is reserved for what services share; it must be another.",
                        "rename the service.",
                        Service.java("platform"),
                        Service.java("platforms")));
    }

    static Stream<RuleCase> owners() {
        return Stream.of(
                ofService(
                        "service/owner",
                        "The team (Team Checkout) that owns service order " + TEAM,
                        "write it as ownedBy(\"checkout\", \"#checkout\").",
                        Service.java("order").ownedBy("Team Checkout", "#checkout"),
                        Service.java("order").ownedBy("Team_Checkout.2", "#checkout")),
                ofService(
                        "service/owner",
                        "The team () that owns service order " + TEAM,
                        "write it as ownedBy(\"checkout\", \"#checkout\").",
                        Service.java("order").ownedBy("", "#checkout"),
                        Service.java("order").ownedBy("c", "")));
    }

    static Stream<RuleCase> workloads() {
        String port = "let it listen on port(8080); routes and callers see port 80 all the same.";
        String schedule = "write it as scheduled(\"0 3 * * *\") for every night at three, UTC.";
        return Stream.of(
                ofService(
                        "service/port",
                        "The port (1023) of service order must be 1024 to 65535: its container does not run as root.",
                        port,
                        Service.java("order").port(1023),
                        Service.java("order").port(1024)),
                ofService(
                        "service/port",
                        "The port (65536) of service order must be 1024 to 65535: its container does not run as root.",
                        port,
                        Service.java("order").port(65_536),
                        Service.java("order").port(65_535)),
                ofService(
                        "service/schedule",
                        "The schedule (0 3 * *) of service order must be five cron fields: minute, hour, day, month, weekday.",
                        schedule,
                        Service.java("order").scheduled("0 3 * *"),
                        Service.java("order").scheduled("0 3 * * 1-5")),
                ofService(
                        "service/schedule-name",
                        "The length (53) of the name of scheduled service %s must be at most 52: Kubernetes adds a time to it."
                                .formatted(LONG),
                        "shorten the name.",
                        Service.java(LONG).scheduled("0 3 * * *"),
                        Service.java(LONG.substring(1)).scheduled("0 3 * * *"),
                        Service.java(LONG).worker()));
    }

    static Stream<RuleCase> folders() {
        return Stream.of(
                        "/services/order", "../order", "services/../../order", "services\\order", "services/order/", "")
                .map(folder -> ofService(
                        "image/folder",
                        "The folder (%s) of service order must be a relative path inside the repository, with slashes."
                                .formatted(folder),
                        "name the folder as builtFrom(\"services/order\").",
                        Service.java("order").image(builtFrom(folder)),
                        Service.java("order").image(builtFrom("apps/My_Order-2.0")),
                        Service.java("order").image(builtFrom("order"))));
    }

    static Stream<RuleCase> variables() {
        return Stream.of(
                ofService(
                        "variable/name",
                        "The variable (LOG-LEVEL) of service order must be letters, digits and underscores, no digit first.",
                        "rename the variable.",
                        Service.java("order").variable("LOG-LEVEL", "debug"),
                        Service.java("order").variable("_log_LEVEL2", "debug")),
                ofService(
                        "variable/secret",
                        "The variable (db_password) of service order looks like a secret, whose value must not stand in a model.",
                        "declare it as a need: needs(secret(\"provider\", \"api-key\")).",
                        Service.java("order").variable("db_password", "hunter2"),
                        Service.java("order").variable("PASS_THROUGH", "on")),
                ofService(
                        "variable/secret",
                        "The variable (STRIPE_APIKEY) of service order looks like a secret, whose value must not stand in a model.",
                        "declare it as a need: needs(secret(\"provider\", \"api-key\")).",
                        Service.java("order").variable("STRIPE_APIKEY", "sk"),
                        Service.java("order").variable("STRIPE_API", "https://api.stripe.com")),
                ofService(
                        "variable/duplicate",
                        "The variable (MODE) of service order is set twice; a variable has one value.",
                        "remove one of the two.",
                        Service.java("order").variable("MODE", "a").variable("MODE", "b"),
                        Service.java("order").variable("MODE", "a").variable("mode", "b")));
    }

    @ParameterizedTest
    @MethodSource({"names", "owners", "workloads", "folders", "variables"})
    void saysWhatIsWrongWithAServiceAndPassesTheNearMiss(RuleCase rule) {
        rule.verify();
    }

    @Test
    void pointsAtTheSecondOfTwoEqualNeeds() {
        Wish first = new Wish("peace", Origin.of("Program.java", 1));
        Wish second = new Wish("peace", Origin.of("Program.java", 2));
        Service service = Service.java("order").needs(first, new Wish("quiet", Origin.unknown()), second);
        assertThat(PlatformChecks.of(RuleCase.running(service)))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .isEqualTo(Problem.error(
                                "need/duplicate",
                                second.origin(),
                                "The need (wishes peace) of service order is declared twice; once is enough.",
                                "remove one of the two.")))
                .satisfies(problem -> assertThat(problem.origin()).hasToString("Program.java:2"));
    }

    private record Wish(String of, Origin origin) implements Need {
        @Override
        public String describe() {
            return "wishes " + of;
        }
    }
}
