package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run does that must not write anything; for those that write see {@code InvocationIT}. */
class InvocationTest {
    private static final Platform WITHOUT_CLUSTER =
            Platform.named("shop").services(Service.java("order")).environments(Environment.named("dev"));

    @TempDir
    private Path folder;

    @BeforeEach
    void anEarlierRunHasWritten() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("cdk.out")).resolve("old.json"), "old\r\n");
        Files.writeString(Files.createDirectory(folder.resolve("dist")).resolve("old.yaml"), "old: true");
    }

    @Test
    void leavesEveryByteWhereThePlatformHasErrors() {
        Map<String, String> before = Run.files(folder);

        fails(new Run(folder, Map.of()));

        assertThat(Run.files(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CDK_OUTDIR", "CDK8S_OUTDIR"})
    void writesNothingForACliWhereThePlatformHasErrors(String variable) {
        Map<String, String> before = Run.files(folder);

        fails(new Run(folder, Map.of(variable, folder.resolve("asked").toString())));

        assertThat(Run.files(folder)).isEqualTo(before);
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void printsEachProblemOnceAndToStandardErrorAlone() {
        Run run = new Run(folder, Map.of());

        InvalidPlatformException thrown = fails(run);

        assertThat(run.err()).isEqualTo(lines(thrown.problems().toArray()));
        assertThat(thrown.problems()).extracting(Problem::rule).contains("environment/no-cluster");
        assertThat(run.out()).isEmpty();
        assertThat(thrown).hasMessage("Platform shop has 1 error; nothing was written.");
        assertThat(thrown.getStackTrace()).isEmpty();
    }

    @Test
    void reportsWhatIsWrongWithLocalFilesBesideWhatIsWrongWithTheModel() throws IOException {
        Files.writeString(folder.resolve("slipway.local.properties"), "account=12\nregion=mars\nuser=me\n");
        Files.writeString(folder.resolve("images.lock.json"), "{\"order\": \"latest\", \"cart\": \"latest\"}");

        assertThat(fails(new Run(folder, Map.of())).problems())
                .extracting(Problem::rule)
                .containsExactlyInAnyOrder(
                        "environment/no-cluster",
                        "images/digest",
                        "images/unknown-service",
                        "local/account",
                        "local/region",
                        "local/unknown-key");
    }

    private static InvalidPlatformException fails(Run run) {
        return catchThrowableOfType(InvalidPlatformException.class, () -> run.of(WITHOUT_CLUSTER));
    }

    private static String lines(Object... problems) {
        StringBuilder lines = new StringBuilder();
        for (Object problem : problems) {
            lines.append(problem).append(System.lineSeparator());
        }
        return lines.toString();
    }
}
