package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slipway init --name shop --package com.acme.shop}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Starts a project: a platform of two services, a test, and what builds and checks them.",
        footer = {
            "",
            "Examples:",
            "  slipway init --name shop --package com.acme.shop",
            "  slipway init --directory shop       in a folder of its own"
        })
final class InitCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--name", paramLabel = "<name>", description = "The platform's name; by default the directory's.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--package",
            paramLabel = "<package>",
            description = "The package of its classes; by default com.example.<name>.")
    private Optional<String> packageName = Optional.empty();

    @Option(
            names = "--directory",
            paramLabel = "<directory>",
            description = "Where to; by default the current directory. Nothing in it is overwritten.")
    private Path directory = Path.of("");

    /** 0 where everything was written, 1 where nothing was. */
    @Override
    public Integer call() throws IOException {
        Init.Result result = Init.of(directory, name, packageName).run();
        boolean isWritten = result.problems().isEmpty();
        if (spec != null) {
            var out =
                    isWritten ? spec.commandLine().getOut() : spec.commandLine().getErr();
            out.println(result.text());
            out.flush();
        }
        return isWritten ? 0 : 1;
    }
}
