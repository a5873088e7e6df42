package dev.slipway.plan.check;

import static dev.slipway.plan.check.RuleCase.in;
import static dev.slipway.plan.check.RuleCase.ofPlatform;
import static dev.slipway.plan.check.RuleCase.running;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformRulesTest {
    private static final Service ORDER = Service.java("order");
    private static final Service ORDER_AGAIN = Service.go("order");
    private static final Service X_ORDER = Service.java("x-order");
    private static final Environment DEV = Environment.named("dev");
    private static final Environment DEV_AGAIN = Environment.named("dev").branch("main");
    private static final Environment DEV_X = Environment.named("dev-x");
    private static final Environment DEV_ORDER = Environment.named("dev-order");
    private static final Sizing OWN = sized(2, LARGE.requests(), LARGE.limits());

    private static Platform named(String name) {
        return Platform.named(name).services(ORDER).environments(DEV);
    }

    static Stream<RuleCase> itself() {
        Platform badName = named("my_shop");
        Platform latest = named("shop").release("latest");
        Platform badRelease = named("shop").release("1.4 beta");
        Platform longRelease = named("shop").release("1".repeat(129));
        Platform noServices = Platform.named("shop").environments(DEV);
        Platform noEnvironments = Platform.named("shop").services(ORDER);
        String release = "name a version, such as release(\"1.4.0\").";
        return Stream.of(
                ofPlatform(
                        "platform/name",
                        "The name (my_shop) of the platform must be 1 to 63 lower-case letters, digits or single hyphens,"
                                + " starting with a letter and ending with a letter or digit.",
                        "rename it in Platform.named(..).",
                        badName,
                        badName.origin(),
                        named("my-shop")),
                ofPlatform(
                        "platform/release",
                        "The release (latest) of platform shop must be a tag of an image other than latest, which moves.",
                        release,
                        latest,
                        latest.origin(),
                        named("shop").release("latest-1")),
                ofPlatform(
                        "platform/release",
                        "The release (1.4 beta) of platform shop must be a tag of an image other than latest, which moves.",
                        release,
                        badRelease,
                        badRelease.origin(),
                        named("shop").release("1.4-beta")),
                ofPlatform(
                        "platform/release",
                        "The release (%s) of platform shop must be a tag of an image other than latest, which moves."
                                .formatted("1".repeat(129)),
                        release,
                        longRelease,
                        longRelease.origin(),
                        named("shop").release("1".repeat(128))),
                ofPlatform(
                        "platform/no-services",
                        "Platform shop has no services (0); it must have at least one.",
                        "add .services(Service.java(\"order\")).",
                        noServices,
                        noServices.origin(),
                        running(ORDER)),
                ofPlatform(
                        "platform/no-environments",
                        "Platform shop has no environments (0); it must have at least one.",
                        "add .environments(Environment.named(\"dev\")).",
                        noEnvironments,
                        noEnvironments.origin(),
                        in(DEV)));
    }

    static Stream<RuleCase> together() {
        Environment main = Environment.named("prod").branch("main");
        return Stream.of(
                ofPlatform(
                        "service/duplicate",
                        "The name (order) of this service is taken by another; each service needs a name of its own.",
                        "rename one of the two, or remove it.",
                        running(ORDER, X_ORDER, ORDER_AGAIN),
                        ORDER_AGAIN.origin(),
                        running(ORDER, X_ORDER)),
                ofPlatform(
                        "environment/duplicate",
                        "The name (dev) of this environment is taken by another; each environment needs a name of its own.",
                        "rename one of the two, or remove it.",
                        in(DEV, DEV_AGAIN),
                        DEV_AGAIN.origin(),
                        in(DEV, Environment.named("develop"))),
                ofPlatform(
                        "environment/branch",
                        "The branch (main) of environment prod already delivers to another; a branch delivers to one.",
                        "give the environment a branch of its own.",
                        in(DEV_AGAIN, main),
                        main.origin(),
                        in(DEV_AGAIN, Environment.named("prod").branch("release")),
                        in(DEV, Environment.named("prod"))),
                ofPlatform(
                        "environment/ambiguous-name",
                        "The name (dev-x-order) stands for service x-order in environment dev"
                                + " and for service order in environment dev-x; each needs a name of its own.",
                        "rename one of them.",
                        Platform.named("shop").services(ORDER, X_ORDER).environments(DEV, DEV_X),
                        DEV_X.origin(),
                        Platform.named("shop")
                                .services(ORDER, Service.java("y-order"))
                                .environments(DEV, DEV_X)),
                ofPlatform(
                        "environment/ambiguous-name",
                        "The name (dev-order) stands for environment dev-order"
                                + " and for service order in environment dev; each needs a name of its own.",
                        "rename one of them.",
                        in(DEV, DEV_ORDER),
                        DEV.origin(),
                        in(DEV_ORDER)),
                ofPlatform(
                        "choice/duplicate",
                        "Platform shop chooses two of one kind (Sizing and Sizing, both Sizing); it must choose one.",
                        "remove one of the two.",
                        named("shop").with(LARGE, OWN),
                        OWN.origin(),
                        named("shop").with(LARGE, autoscale(3, 10))));
    }

    @ParameterizedTest
    @MethodSource({"itself", "together"})
    void saysWhatIsWrongWithAPlatformAndPassesTheNearMiss(RuleCase rule) {
        rule.verify();
    }

    @Test
    void reportsEachServiceThatTakesANameAgain() {
        List<Service> services = List.of(Service.java("order"), Service.java("order"), Service.java("order"));
        assertThat(PlatformChecks.of(running(services.toArray(Service[]::new))))
                .extracting(Problem::origin)
                .extracting(Object::toString)
                .containsExactly(
                        services.get(1).origin().toString(),
                        services.get(2).origin().toString());
    }
}
