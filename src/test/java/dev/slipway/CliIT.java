package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.review.Synthesis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default platform through {@code cdk.json} and {@code cdk8s.yaml}, with the CLIs that package.json pins. */
class CliIT {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void cdkListsTheStacksOfEveryStage() {
        Child child = run("cdk", "ls", "--output", folder.toString());

        assertThat(child.out().lines())
                .contains("shared/registry (ordering-shared-registry)", "dev/streaming (ordering-dev-streaming)")
                .contains("staging/network (ordering-staging-network)", "prod/database (ordering-prod-database)");
    }

    @Test
    void cdkWritesTheSameTemplatesAsARunWithoutIt() {
        Child child = run("cdk", "synth", "dev/streaming", "--quiet", "--output", folder.toString());

        assertThat(child.out() + child.err()).doesNotContain("feature flags");
        Map<String, String> templates = new TreeMap<>(Run.files(folder));
        templates.keySet().removeIf(path -> !path.endsWith(".template.json"));
        Synthesis synthesis = Slipway.render(Slipway.plan(OrderingPlatform.platform()));
        Map<String, String> expected = new TreeMap<>();
        synthesis.files().forEach((path, text) -> {
            if (path.endsWith(".template.json")) {
                expected.put(path.substring((Synthesis.CDK_OUT + "/").length()), text);
            }
        });
        assertThat(expected).isNotEmpty();
        assertThat(templates).isEqualTo(expected);
    }

    @Test
    void cdk8sWritesTheSameManifestsAsARunWithoutIt() {
        run("cdk8s", "synth", "--no-check-upgrade", "--output", folder.toString());

        Map<String, String> expected = KubernetesPlane.render(Slipway.plan(OrderingPlatform.platform()));
        assertThat(expected).isNotEmpty();
        assertThat(Run.files(folder)).isEqualTo(expected);
    }

    private static Child run(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(NodeTools.installed(tool)));
        command.addAll(List.of(arguments));
        Child child = Child.of(ROOT, Map.of("CI", "true"), command);
        assertThat(child.exit()).as(child.err()).isZero();
        assertThat(child.hasStackTrace()).as(child.out() + child.err()).isFalse();
        return child;
    }
}
