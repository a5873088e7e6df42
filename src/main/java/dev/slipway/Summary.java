package dev.slipway;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run tells its user: files, resources, objects, problems and seconds; alike in every locale. */
final class Summary {
    private final Plan plan;
    private final Synthesis synthesis;

    private Summary(Plan plan, Synthesis synthesis) {
        this.plan = plan;
        this.synthesis = synthesis;
    }

    static String of(Plan plan, Synthesis synthesis, double seconds) {
        return new Summary(plan, synthesis).text(seconds);
    }

    private String text(double seconds) {
        StringBuilder text =
                new StringBuilder("Platform %s%n".formatted(plan.platform().name()));
        AwsPlane.byTarget(AwsPlane.onAws(plan)).keySet().forEach(shared -> text.append(row(shared, true, "")));
        plan.environments()
                .forEach(environment -> text.append(row(
                        environment.name(),
                        environment.isOnAws(),
                        environment.names().namespace())));
        text.append(documentationAccount());
        int problems = plan.problems().size();
        return text.append(format(
                        "%s/ and %s/: %d files, %d problem%s, %.1f s%n",
                        Synthesis.CDK_OUT,
                        Synthesis.DIST,
                        synthesis.files().size(),
                        problems,
                        problems == 1 ? "" : "s",
                        seconds))
                .toString();
    }

    private String row(String stage, boolean isOnAws, String namespace) {
        long files = synthesis.files().keySet().stream()
                .filter(path -> path.startsWith("%s/assembly-%s/".formatted(Synthesis.CDK_OUT, stage))
                        || path.startsWith("%s/%s/".formatted(Synthesis.DIST, stage))
                        || path.startsWith("%s/%s.".formatted(Synthesis.DIST, stage)))
                .count();
        int resources = synthesis.templates(stage).stream()
                .mapToInt(template -> template.resources().size())
                .sum();
        String stacks =
                format("%3d stacks %5d resources", synthesis.templates(stage).size(), resources);
        String row = format("  %-12s %4d files %s", stage, files, isOnAws ? stacks : " ".repeat(stacks.length()));
        String objects = format(" %5d objects in %s", synthesis.manifests(stage).size(), namespace);
        return row + (namespace.isEmpty() ? "" : objects) + System.lineSeparator();
    }

    /** Where nobody has named an account yet, says so, and where to name it: in the model, if that is where it stands. */
    private String documentationAccount() {
        List<EnvironmentPlan> there = AwsPlane.onAws(plan).stream()
                .filter(environment -> environment.place().target().account().equals(Target.DOCUMENTATION_ACCOUNT))
                .toList();
        if (there.isEmpty()) {
            return "";
        }
        boolean isInModel = there.stream()
                .allMatch(environment -> environment.environment().target().isPresent());
        String names = there.stream().map(EnvironmentPlan::name).collect(Collectors.joining(", "));
        String fix = isInModel
                ? "Environment.named(..).in(\"<account>\", \"<region>\")"
                : "%s (account=, region=)".formatted(LocalProperties.FILE);
        return format(
                "  Rendered for the documentation account %s: %s. Name yours in %s.%n",
                Target.DOCUMENTATION_ACCOUNT, names, fix);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
