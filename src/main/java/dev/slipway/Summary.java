package dev.slipway;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Inputs;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import java.util.Locale;

/** What a run tells its user: files, resources, objects, problems and seconds. */
final class Summary {
    private Summary() {}

    static String of(Plan plan, Inputs inputs, Synthesis synthesis, double seconds) {
        StringBuilder text = new StringBuilder();
        text.append("Platform %s%n".formatted(plan.platform().name()));
        for (EnvironmentPlan environment : plan.environments()) {
            long resources = synthesis.templates(environment.name()).stream()
                    .mapToLong(template -> template.resources().size())
                    .sum();
            text.append("  %-12s %3d stacks %5d resources %5d objects   %s%n"
                    .formatted(
                            environment.name(),
                            synthesis.templates(environment.name()).size(),
                            resources,
                            synthesis.manifests(environment.name()).size(),
                            environment.names().namespace()));
        }
        boolean documentation = plan.environments().stream()
                .anyMatch(environment -> environment.place().target().account().equals(Target.DOCUMENTATION_ACCOUNT));
        if (documentation && inputs.target().equals(Target.DOCUMENTATION)) {
            text.append("  Rendered for the documentation account %s: name yours in %s (account=, region=).%n"
                    .formatted(Target.DOCUMENTATION_ACCOUNT, Invocation.LOCAL_PROPERTIES));
        }
        return text.append("%s/ and %s/: %d files, %d problems, %s s%n"
                        .formatted(
                                Synthesis.CDK_OUT,
                                Synthesis.DIST,
                                synthesis.files().size(),
                                plan.problems().size(),
                                String.format(Locale.ROOT, "%.1f", seconds)))
                .toString();
    }
}
