package dev.slipway.capability.streaming.msk;

import dev.slipway.Slipway;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.stream.Stream;

/** What the rules of the room say to a choice: rule, text and fix of each problem, one after the other. */
final class MskRules {
    private MskRules() {}

    static List<String> inDev(Choice choice, Service... services) {
        return problems(Environment.named("dev").with(choice), services);
    }

    static List<String> inProduction(Choice choice, Service... services) {
        return problems(Environment.named("prod").production().with(choice), services);
    }

    private static List<String> problems(Environment environment, Service... services) {
        Platform platform = Platform.named("shop")
                .services(services.length == 0 ? new Service[] {Service.java("a")} : services)
                .environments(environment);
        return Slipway.plan(platform).problems().stream()
                .filter(Problem::isError)
                .filter(problem -> problem.rule().startsWith("streaming/"))
                .flatMap(problem -> Stream.of(problem.rule(), problem.what(), problem.fix()))
                .toList();
    }
}
