package dev.slipway.cli.verify;

import dev.slipway.cli.project.Failures;
import dev.slipway.cli.project.Progress;
import dev.slipway.cli.project.Project;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.cli.project.StageTargets;
import dev.slipway.cli.project.UnfinishedException;
import dev.slipway.cli.project.UnknownNameException;
import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Scope;
import dev.slipway.verify.Verification;
import dev.slipway.verify.Verifier;
import dev.slipway.verify.live.LiveVerifier;
import dev.slipway.verify.report.VerificationJson;
import dev.slipway.verify.report.VerificationMarkdown;
import dev.slipway.verify.report.VerificationText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway verify dev}. */
@Command(
        name = "verify",
        description = {
            "Asks AWS and the cluster whether what runs is what was synthesized, and says what has drifted.",
            "Reads only, and no value of a secret. It needs credentials of AWS, by the default chain of its SDK; a"
                    + " cluster of EKS is come into by the same, any other by the kubeconfig."
        },
        footer = {
            "",
            "Examples:",
            "  slipway verify dev                               both planes, by what the program renders now",
            "  slipway verify prod --plane aws                  where the cluster cannot be reached from here",
            "  slipway verify shared                            what environments share",
            "  slipway verify local --context minikube",
            "  slipway verify dev --synthesis . --format json   by cdk.out and dist of a folder"
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final String BOTH = "both";
    private static final String TEXT = "text";
    private static final String MARKDOWN = "markdown";
    private static final String JSON = "json";

    private final Verifier verifier;
    private final Progress progress;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ProjectOptions options = new ProjectOptions();

    @Parameters(paramLabel = "<environment>", description = "One of the platform, or shared.")
    private String environment = "";

    @Option(
            names = "--plane",
            paramLabel = "<plane>",
            description = "What is asked: aws, kubernetes or both; by default both.")
    private String plane = BOTH;

    @Option(
            names = "--context",
            paramLabel = "<context>",
            description = "Of the kubeconfig, by which the cluster is come into; by default, on EKS, none is needed.")
    private String context = "";

    @Option(
            names = "--synthesis",
            paramLabel = "<folder>",
            description = "With cdk.out and dist; by default everything is rendered anew.")
    private @Nullable Path folder;

    @Option(names = "--format", paramLabel = "<format>", description = "text, markdown or json; by default text.")
    private String format = TEXT;

    public VerifyCommand() {
        // not linked before it is called, as only those who verify have the libraries that it needs
        this((scope, synthesis) -> new LiveVerifier().verify(scope, synthesis), Progress.ofProcess());
    }

    VerifyCommand(Verifier verifier, Progress progress) {
        this.verifier = verifier;
        this.progress = progress;
    }

    /** 0 where nothing has drifted, 1 where something has, 3 where something could not be asked. */
    @Override
    public Integer call() {
        UnknownNameException.unlessKnown("format", format, List.of(TEXT, MARKDOWN, JSON));
        Set<Plane> planes = planes();
        Project project = options.project();
        Synthesis synthesis = folder == null
                ? project.synthesis()
                : Synthesis.read(folder.resolve(Synthesis.CDK_OUT), folder.resolve(Synthesis.DIST));
        Scope scope = scope(project, synthesis, planes);
        Verification verification = progress.during("asking about " + environment, () -> asked(scope, synthesis));
        show(verification);
        return !verification.failures().isEmpty()
                ? Failures.UNFINISHED
                : verification.drifts().isEmpty() ? Failures.FINE : Failures.REFUSED;
    }

    private Set<Plane> planes() {
        List<String> names = Stream.concat(
                        Stream.of(BOTH), Stream.of(Plane.values()).map(VerifyCommand::name))
                .toList();
        UnknownNameException.unlessKnown("plane", plane, names);
        return plane.equals(BOTH)
                ? EnumSet.allOf(Plane.class)
                : EnumSet.of(Plane.valueOf(plane.toUpperCase(Locale.ROOT)));
    }

    private static String name(Plane plane) {
        return plane.name().toLowerCase(Locale.ROOT);
    }

    private Scope scope(Project project, Synthesis synthesis, Set<Plane> planes) {
        Plan plan = project.plan().verify();
        StageTargets targets = StageTargets.of(plan, synthesis);
        UnknownNameException.unlessKnown("environment", environment, targets.names());
        return new Scope(
                project.platform().name(),
                environment,
                targets.of(environment),
                plan.environments().stream()
                        .filter(each -> each.name().equals(environment))
                        .map(each -> each.place().clusterName())
                        .findFirst()
                        .orElse(""),
                context,
                planes);
    }

    private Verification asked(Scope scope, Synthesis synthesis) {
        try {
            return verifier.verify(scope, synthesis);
        } catch (NoClassDefFoundError e) {
            throw new UnfinishedException(
                    "The libraries that verify asks with (%s) must be dependencies of your project."
                            .formatted(e.getMessage()),
                    "add them as docs/guide/verify.md shows.",
                    e);
        }
    }

    private void show(Verification verification) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                switch (format) {
                    case MARKDOWN -> VerificationMarkdown.of(environment, verification);
                    case JSON -> VerificationJson.of(environment, verification);
                    default -> VerificationText.of(environment, verification);
                });
        out.flush();
    }
}
