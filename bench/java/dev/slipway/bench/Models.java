package dev.slipway.bench;

import static dev.slipway.render.custom.Customization.customize;

import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.render.custom.Customization;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The platforms that are measured: the default one, and others near it. */
public enum Models {
    /** The default platform. */
    RIGHT,
    /** The same with faults planted in its stacks, see {@link Faults}. */
    BROKEN,
    /** The default platform before somebody added the service {@code ai}. */
    BEFORE,
    /** A platform of one service in one environment without AWS, to see that everything runs. */
    TINY;

    private static final List<String> STACKS =
            List.of("network", "cluster", "streaming", "database", "cache", "secrets", "identity");

    /** The one that the property {@code bench.model} names; the default platform where it is not set. */
    public static Models current() {
        return valueOf(System.getProperty("bench.model", "right").toUpperCase(Locale.ROOT));
    }

    public Platform platform() {
        Platform ordering = OrderingPlatform.platform();
        return switch (this) {
            case RIGHT -> ordering;
            case BROKEN -> ordering.with(faults(ordering));
            case BEFORE -> some(ordering, service -> !service.name().equals("ai"), environment -> true);
            case TINY -> some(
                    ordering,
                    service -> service.name().equals("user") || service.name().equals("auth"),
                    environment -> environment.name().equals("local"));
        };
    }

    private static Customization faults(Platform platform) {
        Customization faults =
                customize().stack("shared/registry", Faults::plant).stack("shared/github", Faults::plant);
        for (Environment environment : platform.environments()) {
            if (!environment.name().equals("local")) {
                for (String stack : STACKS) {
                    faults = faults.stack(environment.name() + "/" + stack, Faults::plant);
                }
            }
        }
        return faults;
    }

    private static Platform some(Platform all, Predicate<Service> services, Predicate<Environment> environments) {
        return new Platform(
                all.name(),
                all.release(),
                all.services().stream().filter(services).toList(),
                all.environments().stream().filter(environments).toList(),
                all.choices(),
                all.acceptances(),
                all.origin());
    }
}
