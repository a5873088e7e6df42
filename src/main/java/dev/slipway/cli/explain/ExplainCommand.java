package dev.slipway.cli.explain;

import dev.slipway.cli.project.Project;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.review.Synthesis;
import dev.slipway.trace.Trace;
import dev.slipway.trace.explanation.Explainer;
import dev.slipway.trace.explanation.Explanation;
import dev.slipway.trace.explanation.ExplanationJson;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway explain order --environment dev}. */
@Command(
        name = "explain",
        description = {
            "Says why a service has each of its variables, permissions, ways on the network, Kubernetes objects and AWS resources.",
            "Because of which need, choice or default, and where that stands in your program."
        },
        footer = {
            "",
            "Examples:",
            "  slipway explain order",
            "  slipway explain order --environment prod | grep -A2 KAFKA",
            "  slipway explain order --json"
        })
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(paramLabel = "<service>", description = "The name of a service.")
    private String service = "";

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "<environment>",
            description = "Where; by default the first that the platform declares.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--json", description = "For other programs.")
    private boolean isJson;

    @Override
    public Integer call() {
        Project project = options.project();
        project.service(service);
        EnvironmentPlan plan =
                project.environment(environment.orElseGet(() -> project.platform().environments().stream()
                        .findFirst()
                        .map(dev.slipway.platform.Environment::name)
                        .orElse("")));
        Synthesis synthesis = project.synthesis();
        Explanation explanation = new Explainer(Trace.of(project.plan(), synthesis), synthesis).explain(plan, service);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(isJson ? ExplanationJson.of(explanation) : explanation.text());
        out.flush();
        return 0;
    }
}
