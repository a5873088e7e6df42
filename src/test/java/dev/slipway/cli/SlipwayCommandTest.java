package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is typed, what is printed where, and how it ends. */
class SlipwayCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        CommandLine command = SlipwayCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    @Test
    void endsWith0WhereEverythingWasWritten() {
        int exit = run("init", "--name", "shop", "--package", "com.acme.shop", "--directory", folder.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("  pom.xml", "Platform shop is in " + folder);
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("src/main/java/com/acme/shop/ShopPlatform.java"))
                .exists();
    }

    @Test
    void endsWith1WhereSomethingIsInTheWay() throws IOException {
        Files.createFile(folder.resolve("pom.xml"));

        int exit = run("init", "--name", "shop", "--directory", folder.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("error init/exists", "1 problem; nothing was written.");
    }

    @Test
    void endsWith2AndASuggestionWhereItIsMistyped() {
        assertThat(run("init", "--nam", "shop")).isEqualTo(2);
        assertThat(err.toString()).contains("--name");

        assertThat(run("int")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: slipway init");
    }

    @Test
    void knowsItsVersionAndItsOptions() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("slipway \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");

        assertThat(run("init", "--help")).isZero();
        assertThat(out.toString()).contains("--name=<name>", "--package=<package>", "--directory=<directory>");
    }

    @Test
    void showsWhatItCanDoWhereNothingIsTyped() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: slipway", "init");
    }
}
