package dev.slipway.cli.github;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.identity.GithubOidc.githubOidc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.cluster.LocalCluster;
import dev.slipway.cli.project.Failures;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GithubCommandTest {
    private static final String WORKFLOWS = ".github/workflows/";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    static final class Shop {
        public static void main(String... arguments) {
            Slipway.synthesize(Platform.named("shop")
                    .services(Service.java("order"))
                    .with(githubOidc("acme/shop"))
                    .environments(
                            Environment.named("dev")
                                    .branch("trunk")
                                    .in("444455556666", "eu-west-1")
                                    .with(eksAutoMode()),
                            Environment.named("local").with(LocalCluster.localCluster())));
        }
    }

    static final class AtHome {
        public static void main(String... arguments) {
            Slipway.synthesize(Platform.named("shop")
                    .services(Service.java("order"))
                    .environments(Environment.named("local").with(LocalCluster.localCluster())));
        }
    }

    private int run(Class<?> program, String... more) {
        CommandLine command = new CommandLine(new GithubCommand())
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] arguments = {"--main", program.getName(), "--project", folder.toString()};
        return more.length > 0 ? command.execute(more) : command.execute(arguments);
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void writesWorkflowsThatRunMaven() throws IOException {
        assertThat(run(Shop.class)).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        WORKFLOWS + "pull-request.yml",
                        WORKFLOWS + "pull-request-comment.yml",
                        WORKFLOWS + "base.yml",
                        WORKFLOWS + "drift.yml",
                        ".github/slipway/comment.mjs");
        assertThat(written(WORKFLOWS + "pull-request.yml")).contains("mvn ").doesNotContain("./slipway");
        assertThat(written(WORKFLOWS + "base.yml")).contains("- trunk");
    }

    @Test
    void looksForDriftInTheAccountThatTheModelNames() throws IOException {
        run(Shop.class);

        assertThat(written(WORKFLOWS + "drift.yml"))
                .contains(
                        "account: \"444455556666\"",
                        "region: eu-west-1",
                        "role/shop.shared.github.verify",
                        "slipway:run -Dargs=\"verify $ENVIRONMENT --plane $PLANE --format markdown\"")
                .doesNotContain("environment: local", "vars.SLIPWAY_ACCOUNT", "slipway.local.properties");
    }

    @Test
    void looksForNoDriftWhereNothingIsOnAws() {
        assertThat(run(AtHome.class)).isZero();
        assertThat(folder.resolve(WORKFLOWS + "drift.yml")).doesNotExist();
    }

    @Test
    void writesAsSlipwaysOwnRepositoryDoesInACheckoutOfIt() throws IOException {
        Files.createDirectories(folder.resolve("src/main/java/dev/slipway"));
        Files.writeString(folder.resolve("slipway"), "");

        assertThat(run(Shop.class)).as(err.toString()).isZero();
        assertThat(written(WORKFLOWS + "pull-request.yml")).contains("./slipway check");
        assertThat(written(WORKFLOWS + "drift.yml")).contains("./slipway verify \"$ENVIRONMENT\"");
    }

    @Test
    void writesAnewWhatItHasWritten() throws IOException {
        run(Shop.class);
        Path file = folder.resolve(WORKFLOWS + "base.yml");
        String before = Files.readString(file);
        Files.writeString(file, before.replace("trunk", "main"));

        assertThat(run(Shop.class)).isZero();
        assertThat(file).hasContent(before);
    }

    @Test
    void endsWith1AndWritesNothingWhereAFileOfSomebodyElsesIsInTheWay() throws IOException {
        Path theirs = folder.resolve(WORKFLOWS + "base.yml");
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "name: ours\n");

        assertThat(run(Shop.class)).isEqualTo(1);
        assertThat(err.toString()).contains("github/exists", "base.yml").contains("nothing was written");
        assertThat(theirs).hasContent("name: ours");
        assertThat(folder.resolve(WORKFLOWS + "pull-request.yml")).doesNotExist();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void endsWith2WhereAnOptionIsMistyped() {
        assertThat(run(Shop.class, "--projekt", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option", "--project");
    }

    @Test
    void endsWith3WhereThereIsNoSuchProgram() {
        assertThat(run(Shop.class, "--main", "com.example.Nowhere", "--project", folder.toString()))
                .isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }
}
