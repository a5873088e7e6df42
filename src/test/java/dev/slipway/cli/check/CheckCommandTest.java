package dev.slipway.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.CommandRun;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    /** A program whose platform has an error, found before anything is rendered. */
    public static final class Wrong {
        public static void main(String... arguments) {
            dev.slipway.Slipway.synthesize(dev.slipway.platform.Platform.named("Shop"));
        }
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandRun(out, err).of(new CheckCommand(), arguments);
    }

    @Test
    void endsWithOneWhereThePlanHasAnError() {
        assertThat(run("--main", Wrong.class.getName())).isEqualTo(1);
        assertThat(out.toString())
                .contains("error platform/name at CheckCommandTest.java:")
                .contains("Fix: ");
    }

    @Test
    void writesSarifWithPathsInTheProject(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("check.sarif");
        assertThat(run("--main", Wrong.class.getName(), "--format", "sarif", "--output", file.toString()))
                .isEqualTo(1);
        assertThat(file).content().contains("\"uri\" : \"src/test/java/dev/slipway/cli/check/CheckCommandTest.java\"");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void endsWithTwoWhereSomethingElseIsTyped() {
        assertThat(run("--format", "xml")).isEqualTo(2);
    }

    @Test
    void endsWithThreeWhereItCannotFinish(@TempDir Path folder) {
        assertThat(run("--main", "acme.NoSuchClass", "--project", folder.toString()))
                .isEqualTo(3);
    }

    @Test
    void readsContractsInTheOrderOfTheirNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.json"), "{\"service\": \"b\"}");
        Files.writeString(folder.resolve("a.json"), "{\"service\": \"a\"}");
        Files.writeString(folder.resolve("readme.txt"), "no contract");
        assertThat(ContractFiles.in(folder, true))
                .extracting(contract -> contract.get("service").text())
                .containsExactly("a", "b");
        assertThat(ContractFiles.in(folder.resolve("none"), false)).isEmpty();
    }
}
