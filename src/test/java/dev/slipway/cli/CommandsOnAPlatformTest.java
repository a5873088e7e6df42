package dev.slipway.cli;

import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.incluster.InClusterPostgres.inClusterPostgres;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Slipway;
import dev.slipway.capability.cluster.LocalCluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands that look at a platform, on a small one that has no stacks. */
class CommandsOnAPlatformTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    /** A program as a user writes it. */
    static final class Shop {
        public static void main(String... args) {
            Slipway.synthesize(Platform.named("shop")
                    .services(Service.java("order").needs(postgres()), Service.go("mail"))
                    .environments(Environment.named("local").with(LocalCluster.localCluster(), inClusterPostgres())));
        }
    }

    private int run(String... arguments) {
        CommandLine command = SlipwayCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    private int onShop(String... arguments) {
        return run(Stream.concat(
                        Stream.of(arguments), Stream.of("--main", Shop.class.getName(), "--project", folder.toString()))
                .toArray(String[]::new));
    }

    @Test
    void explainNamesTheLinesOfTheProgram() {
        assertThat(onShop("explain", "order")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("order in local (CommandsOnAPlatformTest.java:")
                .containsPattern(
                        "DATABASE_NAME = order\\R[│ ]*└── order: postgres \\(CommandsOnAPlatformTest\\.java:\\d+\\)");
    }

    @Test
    void explainIsJsonWhereThatIsAskedFor() throws IOException {
        assertThat(onShop("explain", "order", "--json", "--environment", "local"))
                .isZero();
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .get("environment")
                        .asText())
                .isEqualTo("local");
    }

    @Test
    void explainKnowsWhatWasMeant() {
        assertThat(onShop("explain", "oder")).isEqualTo(2);
        assertThat(err.toString()).contains("The service (oder) must be one of order, mail. Did you mean: order?");
    }

    @Test
    void graphPrintsMermaid() {
        assertThat(onShop("graph")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("flowchart LR\n").contains("[\"order<br/>postgres\"]");

        assertThat(onShop("graph", "--environment", "local")).isZero();
        assertThat(out.toString()).contains("[\"order<br/>1 replica<br/>postgres: InClusterPostgres\"]");
    }

    @Test
    void graphWritesThePictureThatTheFilesNameAsksFor() throws IOException {
        Path svg = folder.resolve("shop.svg");
        Path png = folder.resolve("shop.png");
        Path other = folder.resolve("shop");

        assertThat(onShop("graph", "--output", svg.toString())).isZero();
        assertThat(onShop("graph", "--output", png.toString())).isZero();
        assertThat(onShop("graph", "--output", other.toString(), "--format", "svg"))
                .isZero();

        assertThat(Files.readString(svg)).startsWith("<svg ").isEqualTo(Files.readString(other));
        assertThat(ImageIO.read(png.toFile()).getWidth()).isPositive();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void graphDoesNotWriteAPngToATerminal() {
        assertThat(onShop("graph", "--format", "png")).isEqualTo(2);
        assertThat(err.toString()).contains("name a file with --output platform.png");
    }

    @Test
    void graphSaysWhereItCannotWrite() {
        assertThat(onShop(
                        "graph", "--output", folder.resolve("missing/shop.svg").toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("cannot be written: NoSuchFileException.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionIsAScriptThatKnowsTheCommands(String shell) throws Exception {
        assertThat(run("completion", shell)).isZero();
        assertThat(out.toString()).contains("complete -F _complete_slipway", "graph", "explain");
        Path script = folder.resolve("completion");
        Files.writeString(script, out.toString());

        Process bash = new ProcessBuilder(List.of(
                        "bash",
                        "-c",
                        "source '%s'; COMP_WORDS=(slipway gra); COMP_CWORD=1; _complete_slipway; echo \"${COMPREPLY[@]}\""
                                .formatted(script)))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("graph");
    }
}
