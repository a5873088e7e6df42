package dev.slipway.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Child;
import dev.slipway.NodeTools;
import dev.slipway.review.Synthesis;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A project with this one's {@code cdk.json}, letter for letter, whose program was compiled by the build that runs this test: so its
 * build command finds nothing to do, and Maven is not started beside Maven.
 */
final class DeployedProject {
    private static final List<String> OF_THE_BUILD =
            List.of("cdk.json", "src/build/compile-if-stale.mjs", "src/build/try-deployment.sh");
    private static final String ARGUMENT_FILE = "target/slipway.args";
    private static final String NONE = "";

    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>();

    DeployedProject(Path folder, String endpoint, String region) {
        this.folder = folder;
        String nowhere = folder.resolve("nowhere").toString();
        variables.put("AWS_ENDPOINT_URL", endpoint);
        variables.put("AWS_REGION", region);
        variables.put("AWS_ACCESS_KEY_ID", "emulated");
        variables.put("AWS_SECRET_ACCESS_KEY", "emulated");
        variables.put("AWS_CONFIG_FILE", nowhere);
        variables.put("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.put("CDK_DISABLE_VERSION_CHECK", "true");
        // half of the processor time of a synthesis: here the emulator says what it thinks of the templates
        variables.put("CDK_VALIDATION", "false");
        variables.put("CI", "true");
        List.of(
                        "AWS_CA_BUNDLE",
                        "AWS_PROFILE",
                        "AWS_SESSION_TOKEN",
                        "HTTP_PROXY",
                        "HTTPS_PROXY",
                        "http_proxy",
                        "https_proxy")
                .forEach(name -> variables.put(name, NONE));
        try {
            for (String file : OF_THE_BUILD) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.copy(Path.of(file), folder.resolve(file));
            }
            Files.createDirectories(folder.resolve("target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program that the build compiled, as its argument file starts it. */
    void runsThePlatform() {
        write(argumentFile());
    }

    /** A program of the tests instead. */
    void runs(Class<?> program) {
        String tests =
                Path.of("target/test-classes").toAbsolutePath().toString().replace('\\', '/');
        String ofTheBuild = argumentFile().stripTrailing();
        write(ofTheBuild
                .substring(0, ofTheBuild.lastIndexOf('\n') + 1)
                .replace("-cp\n\"", "-cp\n\"" + tests + File.pathSeparator)
                .concat(program.getName()));
    }

    private static String argumentFile() {
        try {
            return Files.readString(Path.of(ARGUMENT_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String arguments) {
        try {
            Files.writeString(folder.resolve(ARGUMENT_FILE), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the CDK CLI printed; it is to succeed. */
    String cdk(String... arguments) {
        Child child = attempt(folder, arguments);
        assertThat(child.exit())
                .as("cdk %s:%n%s%n%s", String.join(" ", arguments), child.out(), child.err())
                .isZero();
        return child.out() + child.err();
    }

    /** How the CDK CLI ended. */
    Child attempt(String... arguments) {
        return attempt(folder, arguments);
    }

    /** What the script printed that tries a deployment of an environment; the emulator cannot detect drift. */
    String script(String environment, String account) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put("ACCOUNT", account);
        more.put("CDK", NodeTools.installed("cdk"));
        more.put("WITHOUT_DRIFT", "1");
        Child child = Child.of(folder, more, List.of("sh", "src/build/try-deployment.sh", environment));
        assertThat(child.exit()).as(child.out() + child.err()).isZero();
        return child.out();
    }

    /** Makes in an account what the CDK needs there; away from {@code cdk.json}, as it needs no program. */
    void bootstrap(String account, String region) {
        try {
            Path away = Files.createDirectories(folder.resolve("away"));
            Child child = attempt(away, "bootstrap", "aws://%s/%s".formatted(account, region));
            assertThat(child.exit()).as(child.out() + child.err()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Child attempt(Path where, String... arguments) {
        List<String> command = new ArrayList<>(List.of(NodeTools.installed("cdk")));
        command.addAll(List.of(arguments));
        return Child.of(where, variables, command);
    }

    /** What the last run of the CDK CLI made the program write. */
    Synthesis synthesis() {
        return Synthesis.read(folder.resolve(Synthesis.CDK_OUT), folder.resolve(Synthesis.DIST));
    }
}
