package dev.slipway.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is said where a command cannot go on, and what it ends with. */
class FailuresTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(Class<?> main, String... arguments) {
        CommandLine command = new CommandLine(new Looks()).setExecutionExceptionHandler(new Failures());
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(
                new String[] {"--main", main.getName(), "--project", folder.toString()}, 0, all, arguments.length, 4);
        return command.execute(all);
    }

    @Test
    void endsWith0WhereTheNamesAreKnown() {
        assertThat(run(Shop.class, "dev", "order")).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo("shop-dev order in " + folder);
    }

    @Test
    void endsWith1AndEveryProblemOfAPlatformThatIsRefused() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("slipway.local.properties"), "account=12");

        assertThat(run(Broken.class, "dev", "order")).isEqualTo(1);
        assertThat(err.toString())
                .contains("error environment/no-cluster at FailuresTest.java:", "error local/account")
                .endsWith("Platform shop has 2 errors; nothing was written.%n".formatted());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void endsWith2AndTheNearestNameWhereOneIsMistyped() {
        assertThat(run(Shop.class, "dve", "order")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("The environment (dve) must be one of dev, prod. Did you mean: dev?%n".formatted());

        assertThat(run(Shop.class, "dev", "billing")).isEqualTo(2);
        assertThat(err.toString()).endsWith("The service (billing) must be one of order.%n".formatted());
    }

    @Test
    void endsWith2WhereNoMainClassIsKnown() {
        CommandLine command = new CommandLine(new Looks()).setExecutionExceptionHandler(new Failures());
        command.setErr(new PrintWriter(err));

        assertThat(command.execute("dev", "order")).isEqualTo(2);
        assertThat(err.toString()).contains("No main class is known. Fix: name the one that calls Slipway.synthesize");
    }

    @Test
    void endsWith3AndOneLineWhereItCouldNotFinish() {
        assertThat(run(Fails.class, "dev", "order")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo(
                        "The main class (%s) failed: java.lang.IllegalStateException: on purpose%n  Fix: run it by itself; --verbose shows where it failed.%n"
                                .formatted(Fails.class.getName()));
    }

    @Test
    void showsTheStackWhereItIsAskedFor() {
        assertThat(run(Fails.class, "dev", "order", "--verbose")).isEqualTo(3);
        assertThat(err.toString()).contains("at dev.slipway.cli.project.FailuresTest$Fails.main(FailuresTest.java:");
    }

    @Test
    void namesWhatItIsWhereNobodyHasThoughtOfIt() {
        assertThat(run(Shop.class, "dev", "order", "--unexpected")).isEqualTo(3);
        assertThat(err.toString().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "slipway could not finish: lost (IllegalArgumentException) at dev.slipway.cli.project.FailuresTest$Looks.call");
    }

    @Command(name = "looks")
    static final class Looks implements Callable<Integer> {
        @Mixin
        private ProjectOptions options = new ProjectOptions();

        @Parameters(index = "0")
        private String environment = "";

        @Parameters(index = "1")
        private String service = "";

        @Option(names = "--verbose")
        @SuppressWarnings("UnusedVariable") // looked for among what was typed
        private boolean isVerbose;

        @Option(names = "--unexpected")
        private boolean isUnexpected;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            if (isUnexpected) {
                throw new IllegalArgumentException("lost");
            }
            Project project = options.project();
            var plan = project.environment(environment);
            spec.commandLine()
                    .getOut()
                    .print("%s %s in %s"
                            .formatted(
                                    plan.names().namespace(),
                                    project.service(service).name(),
                                    project.folder()));
            return 0;
        }
    }

    private static Platform shop(Environment... environments) {
        return Platform.named("shop").services(Service.java("order")).environments(environments);
    }

    static final class Shop {
        public static void main(String... args) {
            System.out.println("a program may print what it likes");
            Slipway.synthesize(shop(
                    Environment.named("dev").with(EksAutoMode.eksAutoMode()),
                    Environment.named("prod").with(EksAutoMode.eksAutoMode())));
        }
    }

    static final class Broken {
        public static void main(String... args) {
            Slipway.synthesize(shop(Environment.named("dev")));
        }
    }

    static final class Fails {
        @SuppressWarnings("DoNotCallSuggester") // started by its name
        public static void main(String... args) {
            throw new IllegalStateException("on purpose");
        }
    }
}
