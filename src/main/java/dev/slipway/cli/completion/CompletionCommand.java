package dev.slipway.cli.completion;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway completion bash}. */
@Command(
        name = "completion",
        description = "Prints what a shell needs to complete commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(slipway completion bash)",
            "  source <(slipway completion zsh)      # after: autoload -U compinit && compinit",
            "The command must be on the PATH as slipway, such as by: alias slipway=$PWD/slipway"
        })
public final class CompletionCommand implements Callable<Integer> {
    /** Those that there is a script for; one serves both. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<shell>", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("UnusedVariable") // one script serves both
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        CommandSpec known = Objects.requireNonNull(spec);
        var out = known.commandLine().getOut();
        out.print(AutoComplete.bash("slipway", known.root().commandLine()));
        out.flush();
        return 0;
    }
}
