package dev.slipway.render.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ManifestFilesTest {
    private static final Pattern KIND = Pattern.compile("(?m)^kind: (.*)$");

    private final EnvironmentPlan plan = Premises.plan(Platform.named("shop")
                    .services(Service.go("order"))
                    .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS)))
            .environments()
            .get(0);

    private static List<String> kindsIn(String text) {
        return KIND.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private Manifests with(String... kinds) {
        Manifests manifests = new Manifests(plan);
        for (String kind : kinds) {
            CustomObject.add(
                    manifests.platform(),
                    "example.com/v1",
                    kind,
                    Metadata.shared(manifests.place(), "thing"),
                    Map.of("size", 1));
        }
        return manifests;
    }

    @Test
    void whatOthersDependOnComesFirst() {
        Manifests manifests =
                with("Deployment", "Ingress", "Service", "NetworkPolicy", "ExternalSecret", "SecretStore", "Namespace");

        assertThat(kindsIn(
                        ManifestFiles.of(manifests, (chart, object) -> object).get("dev/platform.k8s.yaml")))
                .containsExactly(
                        "Namespace",
                        "SecretStore",
                        "ExternalSecret",
                        "NetworkPolicy",
                        "Service",
                        "Ingress",
                        "Deployment");
    }

    @Test
    void kindsThatNobodyKnowsComeLastInTheOrderOfDefinition() {
        Manifests manifests = with("Widget", "Deployment", "Gadget");

        assertThat(kindsIn(
                        ManifestFiles.of(manifests, (chart, object) -> object).get("dev/platform.k8s.yaml")))
                .containsExactly("Deployment", "Widget", "Gadget");
    }

    @Test
    void thereIsAFileForEachServiceThatHasObjects() {
        Manifests manifests = with("Widget");
        CustomObject.add(
                manifests.of(plan.services().get(0).service()),
                "example.com/v1",
                "Widget",
                Metadata.of(manifests.place(), plan.services().get(0).service(), "order"),
                Map.of("size", 2));

        assertThat(ManifestFiles.of(manifests, (chart, object) -> object))
                .containsOnlyKeys("dev/order.k8s.yaml", "dev/platform.k8s.yaml");
    }
}
