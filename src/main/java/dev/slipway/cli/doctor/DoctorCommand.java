package dev.slipway.cli.doctor;

import static dev.slipway.doctor.Finding.Level.ERROR;
import static dev.slipway.doctor.Finding.Level.UNKNOWN;
import static dev.slipway.doctor.Finding.Level.WARNING;

import dev.slipway.cli.project.Failures;
import dev.slipway.cli.project.Progress;
import dev.slipway.cli.project.Project;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.cli.project.StageTargets;
import dev.slipway.cli.project.UnknownNameException;
import dev.slipway.doctor.Cloud;
import dev.slipway.doctor.Destination;
import dev.slipway.doctor.Diagnosis;
import dev.slipway.doctor.Finding;
import dev.slipway.doctor.Machine;
import dev.slipway.doctor.aws.AwsCheckup;
import dev.slipway.doctor.report.DiagnosisJson;
import dev.slipway.doctor.report.DiagnosisText;
import dev.slipway.plan.Plan;
import dev.slipway.plan.operation.Bootstrap;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Target;
import dev.slipway.program.ProgramException;
import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slipway doctor}. */
@Command(
        name = "doctor",
        description = {
            "Looks whether this machine and the accounts of the platform are ready: tools and their versions,"
                    + " credentials, the bootstrap of the CDK, and how much of what is still to be deployed the quotas"
                    + " leave room for.",
            "Each line says what was found and what is needed, and below it how to mend it. Without credentials the"
                    + " machine alone is looked at."
        },
        footer = {
            "",
            "Examples:",
            "  slipway doctor",
            "  slipway doctor --offline         asks nobody outside of this machine",
            "  slipway doctor --format json"
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final String TEXT = "text";
    private static final String JSON = "json";

    private final Function<ProjectOptions, List<Finding>> machine;
    private final Cloud cloud;
    private final Progress progress;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ProjectOptions options = new ProjectOptions();

    @Option(names = "--format", paramLabel = "<format>", description = "text or json; by default text.")
    private String format = TEXT;

    @Option(names = "--offline", description = "Looks at this machine alone.")
    private boolean isOffline;

    public DoctorCommand() {
        // not linked before it is called, as only those who deploy have the libraries that it needs
        this(
                options -> Machine.of(options.folder()).look(),
                (destinations, synthesis) -> new AwsCheckup().look(destinations, synthesis),
                Progress.ofProcess());
    }

    DoctorCommand(Function<ProjectOptions, List<Finding>> machine, Cloud cloud, Progress progress) {
        this.machine = machine;
        this.cloud = cloud;
        this.progress = progress;
    }

    /** 0 where all is ready, 1 where something is wrong, 3 where somebody did not answer. */
    @Override
    public Integer call() {
        UnknownNameException.unlessKnown("format", format, List.of(TEXT, JSON));
        List<Finding> all = new ArrayList<>(progress.during("looking at this machine", () -> machine.apply(options)));
        boolean canRender = all.stream()
                .noneMatch(finding -> finding.level() == ERROR && finding.what().equals("Node"));
        if (!isOffline && canRender) {
            platform(all);
        }
        Diagnosis diagnosis = new Diagnosis(all);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(format.equals(JSON) ? DiagnosisJson.of(diagnosis) : DiagnosisText.of(diagnosis));
        out.flush();
        return diagnosis.has(ERROR) ? Failures.REFUSED : diagnosis.has(UNKNOWN) ? Failures.UNFINISHED : Failures.FINE;
    }

    /** The platform that is to be deployed, and where to; a machine is looked at without one, too. */
    private void platform(List<Finding> all) {
        Project project = options.project();
        try {
            if (project.plan().hasErrors()) {
                all.add(new Finding(
                        ERROR,
                        "platform",
                        "%s problems"
                                .formatted(project.plan().problems().stream()
                                        .filter(Problem::isError)
                                        .count()),
                        "none",
                        "slipway check"));
                return;
            }
        } catch (ProgramException e) {
            all.add(new Finding(
                    WARNING,
                    "platform",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "a program that synthesizes one",
                    "see docs/guide/first-platform.md; nothing of AWS was looked at."));
            return;
        }
        Synthesis synthesis = project.synthesis();
        all.add(Finding.ok("platform", project.platform().name() + " is rendered", ""));
        List<Destination> destinations = destinations(project, synthesis);
        all.addAll(progress.during("asking AWS", () -> asked(destinations, synthesis)));
    }

    private List<Finding> asked(List<Destination> destinations, Synthesis synthesis) {
        try {
            return cloud.look(destinations, synthesis);
        } catch (NoClassDefFoundError e) {
            return List.of(new Finding(
                    UNKNOWN,
                    "AWS",
                    "the libraries that ask it are not there",
                    "the SDK of AWS",
                    "add them as docs/guide/verify.md shows, or leave it out by --offline."));
        }
    }

    private static List<Destination> destinations(Project project, Synthesis synthesis) {
        Plan plan = project.plan();
        return StageTargets.of(plan, synthesis).stages().entrySet().stream()
                .map(each -> new Destination(
                        each.getKey().account(),
                        each.getKey().region(),
                        qualifier(plan, each.getKey()),
                        each.getValue()))
                .toList();
    }

    private static String qualifier(Plan plan, Target target) {
        return plan.environments().stream()
                .filter(each -> each.isOnAws() && each.place().target().equals(target))
                .map(each -> Bootstrap.qualifierOf(each.place()))
                .findFirst()
                .orElseThrow();
    }
}
