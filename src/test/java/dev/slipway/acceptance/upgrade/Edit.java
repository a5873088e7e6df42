package dev.slipway.acceptance.upgrade;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Edits a platform as somebody would who changes its source. Nothing to edit leaves the platform as it is. */
public interface Edit extends UnaryOperator<Platform> {
    default Edit and(Edit next) {
        return platform -> next.apply(apply(platform));
    }

    static Edit services(UnaryOperator<List<Service>> edit) {
        return platform -> Copy.of(platform, "services", edit.apply(platform.services()));
    }

    static Edit each(UnaryOperator<Service> edit) {
        return services(all -> all.stream().map(edit).toList());
    }

    static Edit service(String name, UnaryOperator<Service> edit) {
        return each(service -> service.name().equals(name) ? edit.apply(service) : service);
    }

    static Service named(Service service, String name) {
        return Copy.of(service, "name", name);
    }

    static Service withNeeds(Service service, List<Need> needs) {
        return Copy.of(service, "needs", needs);
    }

    static Edit needs(UnaryOperator<Need> edit) {
        return each(
                service -> withNeeds(service, service.needs().stream().map(edit).toList()));
    }

    static Edit withoutNeeds(Predicate<Need> which) {
        return each(service -> withNeeds(
                service, service.needs().stream().filter(which.negate()).toList()));
    }

    static Edit environments(UnaryOperator<List<Environment>> edit) {
        return platform -> Copy.of(platform, "environments", edit.apply(platform.environments()));
    }

    /** Of those in production. */
    static Edit production(UnaryOperator<Environment> edit) {
        return environments(all -> all.stream()
                .map(environment -> environment.isProduction() ? edit.apply(environment) : environment)
                .toList());
    }

    static Environment withChoices(Environment environment, List<Choice> choices) {
        return Copy.of(environment, "choices", choices);
    }

    /** Another choice in the place of one of a class. */
    static <C extends Choice> Edit choice(Class<C> type, Function<C, Choice> edit) {
        return production(environment -> withChoices(
                environment,
                environment.choices().stream()
                        .map(choice -> type.isInstance(choice) ? edit.apply(type.cast(choice)) : choice)
                        .toList()));
    }

    static Edit withoutChoice(Class<? extends Choice> type) {
        return production(environment -> withChoices(
                environment,
                environment.choices().stream()
                        .filter(choice -> !type.isInstance(choice))
                        .toList()));
    }

    static Edit adding(Choice choice) {
        return production(environment -> environment.with(choice));
    }

    static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>();
        list.forEach(item -> reversed.add(0, item));
        return reversed;
    }

    static <T> List<T> joined(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }

    static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
