package dev.slipway.cli.project;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What is typed about the project that a command looks at.
 *
 * <pre>{@code
 * @Mixin
 * private ProjectOptions options = new ProjectOptions();
 * }</pre>
 */
public final class ProjectOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--main",
            paramLabel = "<class>",
            defaultValue = "${sys:slipway.main}",
            description = "The class whose main synthesizes the platform; by default that of the build.")
    private @Nullable String main;

    @Option(
            names = "--project",
            paramLabel = "<folder>",
            description = "Where slipway.local.properties and images.lock.json are; by default the current folder.")
    private Path folder = Path.of("");

    private @Nullable Project project;

    /** Where the project is. */
    public Path folder() {
        return folder;
    }

    /** The project, the same one at each call. */
    public Project project() {
        if (project == null) {
            if (main == null || main.isBlank()) {
                throw new ParameterException(
                        java.util.Objects.requireNonNull(spec).commandLine(),
                        "No main class is known. Fix: name the one that calls Slipway.synthesize with --main.");
            }
            project = new Project(folder, main, Progress.ofProcess());
        }
        return project;
    }
}
