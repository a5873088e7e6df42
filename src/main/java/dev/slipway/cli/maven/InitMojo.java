package dev.slipway.cli.maven;

import dev.slipway.cli.Init;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Starts a project: {@code slipway init}, for who has Maven and nothing else. */
public final class InitMojo extends AbstractMojo {
    /** The platform's name; by default that of the directory. */
    private @Nullable String name;

    /** The package of its classes; by default {@code com.example.<name>}. */
    private @Nullable String packageName;

    /** Where to; by default the current directory. Nothing in it is overwritten. */
    private File directory = new File("");

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Init.Result result = Init.of(
                            directory.toPath(), Optional.ofNullable(name), Optional.ofNullable(packageName))
                    .run();
            if (!result.problems().isEmpty()) {
                throw new MojoFailureException(System.lineSeparator() + result.text());
            }
            result.text().lines().forEach(getLog()::info);
        } catch (IOException e) {
            throw new MojoExecutionException("The directory (%s) cannot be written".formatted(directory), e);
        }
    }
}
