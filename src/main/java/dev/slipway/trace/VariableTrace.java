package dev.slipway.trace;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Variable;
import java.util.List;
import java.util.Optional;

/** Why a container has a variable. */
record VariableTrace(Declarations declarations) {
    /** Of a service. */
    List<Cause> of(ServicePlan service, String name) {
        List<Cause> bound = declarations.causes(service, binding -> binding.variables().stream()
                .anyMatch(variable -> variable.name().equals(name)));
        if (!bound.isEmpty()) {
            return bound;
        }
        boolean isDeclared = service.service().variables().stream()
                .anyMatch(setting -> setting.name().equals(name));
        if (isDeclared) {
            return List.of(new Cause(
                    "service %s: variable %s".formatted(service.name(), name),
                    service.service().origin()));
        }
        return planned(service.variables(), name)
                .map(variable -> Declarations.byDefault(variable.reason(), service.service()))
                .map(List::of)
                .orElse(List.of());
    }

    static Optional<Variable> planned(List<Variable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }
}
