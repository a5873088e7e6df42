package dev.slipway.cli.check;

import dev.slipway.check.CheckResult;
import dev.slipway.check.PlatformCheck;
import dev.slipway.cli.project.Project;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.plan.Plan;
import dev.slipway.review.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slipway check --format sarif --output check.sarif}. */
@Command(
        name = "check",
        description = "Looks for what is wrong with the platform, in its plan and on both planes, by all rules.",
        footer = {
            "",
            "Examples:",
            "  slipway check                                        what is wrong, and how to fix it",
            "  slipway check --strict                               refuses warnings too",
            "  slipway check --format sarif --output check.sarif    for code scanning on GitHub",
            "A finding that is as it should be is accepted where it arises: Service.java(\"report\")",
            "  .accepts(\"kubernetes/replicas-zones\", \"one replica is enough for a nightly report\")"
        })
public final class CheckCommand implements Callable<Integer> {
    /** In which form findings are written. */
    enum Format {
        TEXT,
        JSON,
        SARIF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "One of ${COMPLETION-CANDIDATES}; by default text.")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "<file>", description = "Where to write to; by default standard output.")
    private @Nullable Path output;

    @Option(
            names = "--contracts",
            paramLabel = "<folder>",
            description =
                    "Where a JSON file a service says what it reads; by default services/contract, if there is one.")
    private @Nullable Path contracts;

    @Option(names = "--strict", description = "Ends with 1 where there is a warning, too.")
    private boolean isStrict;

    @Override
    public Integer call() throws IOException {
        Project project = options.project();
        CheckResult result = result(project);
        String text =
                switch (format) {
                    case TEXT -> result.text();
                    case JSON -> result.json();
                    case SARIF -> result.sarif(SourcePaths.below(project.folder())::of);
                };
        if (output == null) {
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(text);
            out.flush();
        } else {
            Files.writeString(output, text);
        }
        return isStrict ? result.strictExitCode() : result.exitCode();
    }

    private CheckResult result(Project project) throws IOException {
        Plan plan = project.plan();
        if (plan.hasErrors()) {
            return PlatformCheck.of(plan);
        }
        Path folder = Optional.ofNullable(contracts)
                .orElseGet(() -> project.folder().resolve("services").resolve("contract"));
        Rules rules = Rules.of(plan.platform()).contracts(ContractFiles.in(folder, contracts != null));
        return PlatformCheck.of(plan, project.synthesis(), rules);
    }
}
