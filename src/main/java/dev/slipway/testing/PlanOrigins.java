package dev.slipway.testing;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.platform.Origin;
import dev.slipway.review.Manifest;
import dev.slipway.review.Origins;
import dev.slipway.review.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where services and environments were declared: an object of a service's file is that service's. */
final class PlanOrigins implements Origins {
    private final Map<String, Origin> environments = new LinkedHashMap<>();
    private final Map<String, Origin> services = new LinkedHashMap<>();

    private PlanOrigins(Plan plan) {
        for (EnvironmentPlan environment : plan.environments()) {
            environments.put(environment.name(), environment.environment().origin());
            for (ServicePlan service : environment.services()) {
                services.put(service.name(), service.service().origin());
            }
        }
    }

    static Origins of(Plan plan) {
        return new PlanOrigins(plan);
    }

    @Override
    public Optional<String> of(Manifest manifest) {
        return known(services.get(manifest.file())).or(() -> ofEnvironment(manifest.environment()));
    }

    @Override
    public Optional<String> of(Resource resource) {
        return ofEnvironment(resource.template().stage());
    }

    @Override
    public Optional<String> ofEnvironment(String environment) {
        return known(environments.get(environment));
    }

    private static Optional<String> known(@org.jspecify.annotations.Nullable Origin origin) {
        return Optional.ofNullable(origin).filter(place -> place.line() > 0).map(Origin::toString);
    }
}
