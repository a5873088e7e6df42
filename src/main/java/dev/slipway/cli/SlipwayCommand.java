package dev.slipway.cli;

import dev.slipway.cli.check.CheckCommand;
import dev.slipway.cli.completion.CompletionCommand;
import dev.slipway.cli.cost.CostCommand;
import dev.slipway.cli.diff.DiffCommand;
import dev.slipway.cli.doctor.DoctorCommand;
import dev.slipway.cli.explain.ExplainCommand;
import dev.slipway.cli.github.GithubCommand;
import dev.slipway.cli.graph.GraphCommand;
import dev.slipway.cli.project.Failures;
import dev.slipway.cli.verify.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code slipway}. Ends with 0 where all is well, 1 where something is wrong with the project or refused, 2
 * where something is wrong with what was typed, 3 where it could not finish.
 *
 * <pre>{@code
 * java -cp ... dev.slipway.cli.SlipwayCommand init --name shop
 * }</pre>
 */
@Command(
        name = "slipway",
        description = "Infrastructure as code in Java for event-driven services on Kubernetes.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = SlipwayCommand.Version.class,
        subcommands = {
            InitCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            GithubCommand.class,
            GraphCommand.class,
            CheckCommand.class,
            CompletionCommand.class,
            CostCommand.class,
            DoctorCommand.class,
            VerifyCommand.class,
        },
        exitCodeListHeading = "%nIt ends with:%n",
        exitCodeList = {
            "0:all is well",
            "1:something is wrong with the project, or is refused",
            "2:something is wrong with what was typed",
            "3:it could not finish"
        },
        footer = {
            "",
            "Examples:",
            "  slipway init --name shop       a project to start from",
            "  slipway <command> --help       what a command does, and examples of it"
        })
public final class SlipwayCommand {
    private SlipwayCommand() {}

    @Option(
            names = Failures.VERBOSE,
            scope = ScopeType.INHERIT,
            description = "Shows the stack of what went wrong unexpectedly.")
    @SuppressWarnings("UnusedVariable") // Failures looks for it among what was typed
    private boolean isVerbose;

    static CommandLine commandLine() {
        return new CommandLine(new SlipwayCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    public static void main(String... arguments) {
        // the libraries that ask AWS and clusters log to nobody, and would say so in four lines
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // In UTF-8 whatever the locale is, as the files are that it is compared with or redirected to.
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    /** What {@code slipway --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"slipway " + Versions.slipway()};
        }
    }
}
