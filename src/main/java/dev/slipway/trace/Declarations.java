package dev.slipway.trace;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Provider;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.operation.Contributor;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was declared for one environment, as causes. */
final class Declarations {
    private final EnvironmentPlan plan;
    private final List<Bound> needs;

    Declarations(EnvironmentPlan plan) {
        this.plan = plan;
        this.needs = plan.services().stream()
                .flatMap(service -> Bound.of(plan.place(), service.service()))
                .toList();
    }

    EnvironmentPlan plan() {
        return plan;
    }

    Optional<ServicePlan> service(String name) {
        return plan.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst();
    }

    static Cause of(Service service) {
        return new Cause("service " + service.name(), service.origin());
    }

    /** What follows from a service whatever it needs. */
    static Cause byDefault(String what, Service service) {
        return new Cause(Cause.DEFAULT + what, service.origin());
    }

    Cause byDefault(String what) {
        return new Cause(Cause.DEFAULT + what, plan.environment().origin());
    }

    /** A choice, whoever has made it. */
    Cause of(Choice choice) {
        String named = choice.getClass().getSimpleName();
        if (plan.environment().choices().contains(choice)) {
            return new Cause("environment %s: %s".formatted(plan.name(), named), known(choice));
        }
        if (plan.place().platform().choices().contains(choice)) {
            return new Cause("platform %s: %s".formatted(plan.place().platform().name(), named), known(choice));
        }
        return byDefault(named);
    }

    /** Of a constant that nobody declared, where it was chosen. */
    private Origin known(Choice choice) {
        return choice.origin().line() > 0 ? choice.origin() : plan.environment().origin();
    }

    /** The choice of a kind, in the word of {@link Contributor}. */
    Optional<Choice> choice(String kind) {
        return plan.place().choices().stream()
                .filter(choice -> Contributor.of(choice).equals(kind))
                .findFirst();
    }

    <C extends Choice> Optional<Cause> choice(Class<C> kind) {
        return plan.place().choice(kind).map(this::of);
    }

    /**
     * Why a choice has made something that is called like this: the needs that it meets there, or whom it serves, and then the
     * choice. First the choice, where it serves all that ask for it.
     */
    List<Cause> contributed(Choice choice, Mentions mentions) {
        List<Cause> causes = new ArrayList<>();
        if (choice instanceof Provider<?> provider) {
            List<Bound> met = needs.stream()
                    .filter(need -> provider.meets().isInstance(need.need()))
                    .toList();
            mentions.among(met).forEach(need -> causes.add(need.cause()));
            causes.add(of(choice));
            if (causes.size() == 1) {
                met.forEach(need -> causes.add(need.cause()));
            }
        } else {
            owners(mentions).forEach(causes::add);
            causes.add(of(choice));
        }
        return causes.stream().distinct().toList();
    }

    /** The services and tasks that are named. */
    private Stream<Cause> owners(Mentions mentions) {
        return plan.services().stream()
                .flatMap(service -> Stream.concat(
                        service.tasks().stream()
                                .filter(task -> mentions.has(task.name()))
                                .flatMap(task -> of(task, service).stream()),
                        mentions.has(service.name()) ? Stream.of(of(service.service())) : Stream.empty()));
    }

    /** The needs that have become a task. */
    List<Cause> of(Task task, ServicePlan service) {
        return causes(service, binding -> binding.tasks().stream()
                .anyMatch(bound -> bound.name().equals(task.name())));
    }

    /** The needs of a service whose binding holds something. */
    List<Cause> causes(ServicePlan service, Predicate<Binding> holds) {
        return bound(service, holds).map(Bound::cause).toList();
    }

    Stream<Bound> bound(ServicePlan service, Predicate<Binding> holds) {
        return needs.stream()
                .filter(need -> need.service().name().equals(service.name()) && holds.test(need.binding()));
    }

    /** The needs of any service whose binding holds something. */
    List<Cause> causes(Predicate<Binding> holds) {
        return needs.stream()
                .filter(need -> holds.test(need.binding()))
                .map(Bound::cause)
                .toList();
    }
}
