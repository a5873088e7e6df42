package dev.slipway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code slipway}. Ends with 0 where all is well, 1 where something is wrong with the project, 2 where
 * something is wrong with what was typed.
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
        subcommands = InitCommand.class)
public final class SlipwayCommand {
    private SlipwayCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new SlipwayCommand());
    }

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** What {@code slipway --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"slipway " + Versions.slipway()};
        }
    }
}
