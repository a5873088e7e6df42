package dev.slipway.cli.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Writes the Java argument files with which {@code cdk.json} and {@code cdk8s.yaml} start the program without Maven,
 * {@code java @target/slipway.args}, and the goal {@code run} the commands, {@code java @target/slipway-cli.args check}.
 */
public final class LaunchFileMojo extends AbstractMojo {
    /** Start-up counts for more than speed in a program that ends after seconds. */
    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    /** Only where it is a terminal is there a console: since JDK 22 not so by default. */
    private static final String CONSOLE = "-Djdk.console=java.base";

    private static final String COMMANDS = "dev.slipway.cli.SlipwayCommand";

    /** The class whose {@code main} is started. */
    private String main = "";

    /** What is written for the program. */
    private File file = new File("");

    /** What is written for the commands. */
    private File cli = new File("");

    private List<String> classPath = List.of();

    @SuppressWarnings("JavaUtilDate") // Maven says it so
    private Date start = new Date();

    @Override
    public void execute() throws MojoExecutionException {
        List<String> ofCommands = new ArrayList<>(OPTIONS);
        ofCommands.addAll(List.of(CONSOLE, "-Dslipway.main=" + main));
        write(cli, text(ofCommands, COMMANDS));
        write(file, text(OPTIONS, main));
    }

    private void write(File target, String text) throws MojoExecutionException {
        try {
            Path path = target.toPath();
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text, StandardCharsets.UTF_8);
            // It stands for the last successful compilation: what was edited while that ran is newer than it
            Files.setLastModifiedTime(path, FileTime.from(start.toInstant()));
        } catch (IOException e) {
            throw new MojoExecutionException("The file (%s) cannot be written".formatted(target), e);
        }
    }

    /** In an argument file a backslash escapes, also between quotes: Windows takes slashes just as well. */
    private String text(List<String> options, String started) {
        String joined = String.join(File.pathSeparator, classPath).replace('\\', '/');
        return "%s\n-cp\n\"%s\"\n%s\n".formatted(String.join("\n", options), joined, started);
    }
}
