package dev.slipway.cli.verify;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.cluster.LocalCluster;
import dev.slipway.cli.CommandRun;
import dev.slipway.cli.project.Progress;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import dev.slipway.verify.Drift;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Scope;
import dev.slipway.verify.Verification;
import dev.slipway.verify.Verifier;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final Verification DRIFTED = new Verification(
            List.of(Drift.missing(Plane.KUBERNETES, "Service shop-dev/order")), 3, List.of(), List.of());

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Scope> scopes = new ArrayList<>();

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
                            Environment.named("local").with(LocalCluster.localCluster())));
        }
    }

    private int run(Verification answer, String... arguments) {
        return run(
                (scope, synthesis) -> {
                    scopes.add(scope);
                    return answer;
                },
                arguments);
    }

    private int run(Verifier verifier, String... arguments) {
        return new CommandRun(out, err).of(new VerifyCommand(verifier, Progress.SILENT), Shop.class, folder, arguments);
    }

    @Test
    void endsWith0WhereNothingHasDrifted() {
        assertThat(run(Verification.NONE, "dev")).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo("dev: nothing has drifted, 0 fields compared\n");
        assertThat(scopes.get(0).aws()).contains(new Target("444455556666", "eu-west-1"));
        assertThat(scopes.get(0).cluster()).isEqualTo("shop-dev");
        assertThat(scopes.get(0).planes()).containsExactlyInAnyOrder(Plane.AWS, Plane.KUBERNETES);
    }

    @Test
    void endsWith1WhereSomethingHas() {
        assertThat(run(DRIFTED, "dev", "--format", "markdown")).isEqualTo(1);
        assertThat(out.toString()).startsWith("### dev: 1 thing has drifted").contains("`Service shop-dev/order`");
    }

    @Test
    void endsWith2WhereANameIsMistyped() {
        assertThat(run(Verification.NONE, "dve")).isEqualTo(2);
        assertThat(run(Verification.NONE, "dev", "--plane", "asw")).isEqualTo(2);
        assertThat(run(Verification.NONE, "dev", "--format", "yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: dev?", "Did you mean: aws?", "The format (yaml)");
        assertThat(scopes).isEmpty();
    }

    @Test
    void endsWith3WhereSomethingCouldNotBeAsked() {
        assertThat(run(DRIFTED.and(Verification.failed("nobody is signed in")), "dev", "--format", "json"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("nobody is signed in", "Service shop-dev/order");
    }

    @Test
    void endsWith3WhereLibrariesAreMissing() {
        assertThat(run(
                        (Verifier) (scope, synthesis) -> {
                            throw new NoClassDefFoundError("software/amazon/awssdk/services/sts/StsClient");
                        },
                        "dev"))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        "software/amazon/awssdk/services/sts/StsClient",
                        "Fix: add them as docs/guide/verify.md shows.");
    }

    @Test
    void asksNoAwsWhereAnEnvironmentIsNotThere() {
        assertThat(run(Verification.NONE, "local", "--context", "minikube")).isZero();
        assertThat(scopes.get(0).aws()).isEqualTo(Optional.empty());
        assertThat(scopes.get(0).context()).isEqualTo("minikube");
    }
}
