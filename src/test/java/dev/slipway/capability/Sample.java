package dev.slipway.capability;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.network.Vpc.vpc;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import java.util.List;

/**
 * A small platform around the choice that a test is about: environments {@code dev} and {@code prod}, with a VPC and a
 * cluster where the choice is neither.
 */
public record Sample(List<Choice> choices, List<Service> services) {
    public static Sample with(Choice... choices) {
        return new Sample(List.of(choices), List.of(Service.java("order")));
    }

    public Sample services(Service... these) {
        return new Sample(choices, List.of(these));
    }

    public Platform platform() {
        Choice[] chosen = choices.toArray(Choice[]::new);
        return Platform.named("shop")
                .with(vpc(), eksAutoMode())
                .services(services.toArray(Service[]::new))
                .environments(
                        Environment.named("dev").with(chosen),
                        Environment.named("prod").production().with(chosen));
    }

    public Synthesis render() {
        return Slipway.render(plan());
    }

    /** What {@code dev} alone becomes, for choices that production refuses. */
    public Synthesis renderDev() {
        Platform whole = platform();
        return Slipway.render(Slipway.plan(new Platform(
                whole.name(),
                whole.release(),
                whole.services(),
                whole.environments().subList(0, 1),
                whole.choices(),
                whole.acceptances(),
                whole.origin())));
    }

    public Plan plan() {
        return Slipway.plan(platform());
    }

    /** What is decided about a service in {@code dev}. */
    public ServicePlan planned(String service) {
        return plan().verify().environments().get(0).services().stream()
                .filter(plan -> plan.name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** Each problem as {@code rule: what Fix: fix}. */
    public List<String> problems() {
        return plan().problems().stream()
                .map(problem -> "%s: %s Fix: %s".formatted(problem.rule(), problem.what(), problem.fix()))
                .toList();
    }
}
