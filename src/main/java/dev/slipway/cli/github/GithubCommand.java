package dev.slipway.cli.github;

import dev.slipway.cli.project.Failures;
import dev.slipway.cli.project.Project;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.delivery.github.Commands;
import dev.slipway.delivery.github.GithubFiles;
import dev.slipway.plan.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code slipway github}. */
@Command(
        name = "github",
        description = {
            "Writes workflows of GitHub Actions, by which each pull request is tested, checked and compared, and gets one comment.",
            "Files that it has written before are written anew; where another is in the way, nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  slipway github                  below .github of the current folder",
            "  slipway github --project shop   below .github of another"
        })
public final class GithubCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    /** 0 where everything was written, 1 where nothing was. */
    @Override
    public Integer call() throws IOException {
        Project project = options.project();
        boolean isCheckout = Files.exists(project.folder().resolve("slipway"))
                && Files.exists(project.folder().resolve("src/main/java/dev/slipway"));
        GithubFiles files =
                GithubFiles.of(project.plan().verify(), isCheckout ? Commands.ofCheckout() : Commands.ofMaven());
        List<Problem> problems = files.write(project.folder());
        var line = Objects.requireNonNull(spec).commandLine();
        if (!problems.isEmpty()) {
            problems.forEach(line.getErr()::println);
            return Failures.REFUSED;
        }
        files.texts().keySet().forEach(line.getOut()::println);
        return Failures.FINE;
    }
}
