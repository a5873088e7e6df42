package dev.slipway.cli.doctor;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.database.Databases;
import dev.slipway.cli.CommandRun;
import dev.slipway.cli.project.Progress;
import dev.slipway.doctor.Cloud;
import dev.slipway.doctor.Destination;
import dev.slipway.doctor.Finding;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    private static final Finding FINE = Finding.ok("credentials of AWS", "me", "account");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Destination> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    static final class Shop {
        public static void main(String... arguments) {
            Slipway.synthesize(Platform.named("shop")
                    .services(Service.java("order"))
                    .environments(
                            Environment.named("dev")
                                    .in("444455556666", "eu-west-1")
                                    .with(eksAutoMode()),
                            Environment.named("prod")
                                    .in("777788889999", "us-east-1")
                                    .with(eksAutoMode())));
        }
    }

    static final class Broken {
        public static void main(String... arguments) {
            Slipway.synthesize(Platform.named("shop")
                    .services(Service.java("order").needs(Databases.postgres()))
                    .environments(Environment.named("dev").with(eksAutoMode())));
        }
    }

    private int run(Class<?> program, Finding answer, String... arguments) {
        return run(
                program,
                (destinations, synthesis) -> {
                    asked.addAll(destinations);
                    return List.of(answer);
                },
                arguments);
    }

    private int run(Class<?> program, Cloud cloud, String... arguments) {
        List<Finding> ofMachine = List.of(Finding.ok("JDK", "25", "17 to 25"));
        return new CommandRun(out, err)
                .of(new DoctorCommand(options -> ofMachine, cloud, Progress.SILENT), program, folder, arguments);
    }

    @Test
    void looksAtEveryAccountOnceWithWhatIsDeployedThere() {
        assertThat(run(Shop.class, FINE)).as(out.toString() + err).isZero();
        assertThat(out.toString()).contains("ok     JDK", "shop is rendered", "credentials of AWS");
        assertThat(asked)
                .extracting(Destination::toString)
                .containsExactly("444455556666 in eu-west-1", "777788889999 in us-east-1");
        assertThat(asked.get(0).stages()).contains("dev").doesNotContain("prod");
        assertThat(asked.get(0).qualifier()).isEqualTo("hnb659fds");
    }

    @Test
    void endsWith1WhereSomethingIsWrong() {
        assertThat(run(Shop.class, new Finding(Finding.Level.ERROR, "VPCs", "0 left", "1 more", "ask for more.")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("wrong  VPCs", "Fix: ask for more.", "Not ready");
    }

    @Test
    void endsWith1WhereThePlatformHasProblems() {
        assertThat(run(Broken.class, FINE)).isEqualTo(1);
        assertThat(out.toString()).contains("wrong  platform", "Fix: slipway check");
        assertThat(asked).isEmpty();
    }

    @Test
    void endsWith2WhereANameIsMistyped() {
        assertThat(run(Shop.class, FINE, "--format", "jsno")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: json?");
    }

    @Test
    void endsWith3WhereNobodyAnswered() {
        assertThat(run(Shop.class, new Finding(Finding.Level.UNKNOWN, "AWS", "timed out", "", "")))
                .isEqualTo(3);
    }

    @Test
    void endsWith3WhereTheLibrariesAreMissing() {
        assertThat(run(Shop.class, (Cloud) (destinations, synthesis) -> {
                    throw new NoClassDefFoundError("software/amazon/awssdk/services/sts/StsClient");
                }))
                .isEqualTo(3);
        assertThat(out.toString()).contains("the libraries that ask it are not there", "docs/guide/verify.md");
    }

    @Test
    void asksNobodyOutsideWhereItIsToldSo() {
        assertThat(run(Broken.class, FINE, "--offline", "--format", "json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("\"isReady\" : true").doesNotContain("platform");
        assertThat(asked).isEmpty();
    }
}
