package dev.slipway.cli.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command of Slipway on the project, which Maven has compiled by then: {@code mvn -q slipway:run -Dargs="explain order"}.
 * In a process of its own, as its class path is the project's and not that of Maven's plugins.
 */
public final class RunMojo extends AbstractMojo {
    private static final Pattern WORD = Pattern.compile("\"(?<quoted>[^\"]*)\"|(?<plain>\\S+)");

    /** What would be typed after {@code slipway}; what stands between quotation marks is one word. */
    private @Nullable String args;

    /** With which the commands are started. */
    private File cli = new File("");

    /** Where. */
    private File directory = new File("");

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + cli);
        command.addAll(words(args == null ? "--help" : args));
        int exit = run(command);
        if (exit != 0) {
            throw new MojoFailureException("slipway %s ended with %s".formatted(args, exit));
        }
    }

    private int run(List<String> command) throws MojoExecutionException {
        try {
            return new ProcessBuilder(command)
                    .directory(directory)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new MojoExecutionException("The command (%s) cannot be started".formatted(command.get(0)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted", e);
        }
    }

    static List<String> words(String typed) {
        return WORD.matcher(typed)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
