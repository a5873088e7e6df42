package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** {@code mvn test -Dtest=CommandsPageTest -Dslipway.update=true} writes the page anew. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("docs/reference/commands.md");
    private static final int WIDTH = 110;

    private static final String HEAD = """
            # Commands

            Generated from the commands themselves, and compared with them by a test.

            | where | typed |
            | --- | --- |
            | in a checkout of Slipway | `./slipway graph` (on Windows `slipway.cmd`, which nobody has tried yet) |
            | in a project of your own | `mvn -q slipway:run -Dargs="graph"` |
            | the same, once it is compiled | `java @target/slipway-cli.args graph` |

            The first two compile what has changed before they start. They look at what `main` hands to `Slipway.synthesize`, and at
            `slipway.local.properties` and `images.lock.json` in the current folder. What a command says goes to standard output, and problems and
            progress to standard error. Maven itself ends with 1 whatever a command ends with, and names the number.

            `source <(./slipway completion bash)` completes commands and options; it wants the command on the `PATH`.
            """;

    @Test
    void theReferencePageShowsEveryCommandAsItsHelpDoes() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (CommandLine command : commands()) {
            String help = command.getUsageMessage(Ansi.OFF)
                    .replace("\r\n", "\n")
                    .replaceAll("(?m) +$", "")
                    .strip();
            page.append("\n## %s\n\n```text\n%s\n```\n"
                    .formatted(command.getCommandSpec().qualifiedName(), help));
        }
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }

    /** The command itself, then those below it by name. */
    private static List<CommandLine> commands() {
        return all(SlipwayCommand.commandLine())
                .peek(command -> command.setUsageHelpWidth(WIDTH))
                .toList();
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream()
                        .sorted((one, other) -> one.getCommandName().compareTo(other.getCommandName()))
                        .flatMap(CommandsPageTest::all));
    }

    @Test
    void everyCommandSaysWhatItDoesAndGivesExamplesOfIt() {
        assertThat(commands()).hasSizeGreaterThan(4).allSatisfy(command -> {
            var usage = command.getCommandSpec().usageMessage();
            assertThat(usage.description()).as(command.getCommandName()).isNotEmpty();
            assertThat(Arrays.asList(usage.footer()))
                    .as("examples of %s", command.getCommandSpec().qualifiedName())
                    .contains("Examples:");
        });
    }

    @Test
    void everyOptionIsDescribed() {
        assertThat(commands()).allSatisfy(command -> {
            assertThat(command.getCommandSpec().options()).allSatisfy(option -> assertThat(option.description())
                    .as("%s of %s", option.longestName(), command.getCommandName())
                    .isNotEmpty());
            assertThat(command.getCommandSpec().positionalParameters())
                    .allSatisfy(parameter -> assertThat(parameter.description())
                            .as("%s of %s", parameter.paramLabel(), command.getCommandName())
                            .isNotEmpty());
        });
    }
}
