package dev.slipway.testing;

import dev.slipway.Planes;
import dev.slipway.Slipway;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import java.util.List;

/** What a test class wants rendered; equal ones are rendered once. */
record Request(Class<?> source, List<String> environments, Planes planes, boolean isValidated) {
    Request {
        environments = List.copyOf(environments);
    }

    static Request of(SynthesizedBy wanted) {
        return new Request(wanted.value(), List.of(wanted.environments()), wanted.planes(), wanted.validated());
    }

    /** Plans and renders; what goes wrong is kept, to be told by each test that asks. */
    Rendition render() {
        try {
            Plan plan = Slipway.plan(PlatformSource.of(source)).verify();
            Plan some = new Plan(plan.platform(), chosen(plan), plan.problems());
            Synthesis synthesis =
                    isValidated && planes == Planes.BOTH ? Slipway.render(some) : Slipway.render(some, planes);
            return Rendition.of(some, synthesis);
        } catch (RuntimeException e) {
            return Rendition.failed(source, e);
        }
    }

    private List<EnvironmentPlan> chosen(Plan plan) {
        List<String> names =
                plan.environments().stream().map(EnvironmentPlan::name).toList();
        environments.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "There is no environment (%s) to render; there are %s.".formatted(name, String.join(", ", names)));
        });
        return plan.environments().stream()
                .filter(environment -> environments.isEmpty() || environments.contains(environment.name()))
                .toList();
    }
}
