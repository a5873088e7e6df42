package dev.slipway.render.custom;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.render.custom.Customization.customize;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Slipway;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Tags;

/** What a user changes in rendered stacks and charts, and what is said where there is nothing to change. */
class CustomizationTest {
    private static final Topic PLACED = Topic.named("order.placed");
    private static final List<String> CALLED = new ArrayList<>();

    private static Synthesis plain = Synthesis.of(Map.of());
    private static Synthesis custom = Synthesis.of(Map.of());

    private static Customization everything() {
        return customize()
                .stack("dev/streaming", stack -> CALLED.add("first"))
                .stack("dev/streaming", stack -> Tags.of(stack).add("cost-center", "42"))
                .stack("shared/registry", stack -> CALLED.add("shared"))
                .stack("dev/streaming", stack -> CALLED.add("last"))
                .chart("dev/order", chart -> KubeConfigMap.Builder.create(chart, "Extra")
                        .metadata(ObjectMeta.builder().name("extra").build())
                        .data(Map.of("key", "value"))
                        .build())
                .resource(
                        "dev/streaming",
                        "Cluster",
                        Patch.replace("/Properties/EnhancedMonitoring", "PER_BROKER"),
                        Patch.add("/Properties/BrokerNodeGroupInfo/ConnectivityInfo", Map.of("Public", "no")),
                        Patch.remove("/Properties/Tags"))
                .object(
                        "dev/order",
                        "Deployment",
                        "order",
                        Patch.add("/spec/minReadySeconds", 10),
                        Patch.replace("/spec/template/spec/containers/0/image", "example.com/order:1"),
                        Patch.remove("/spec/revisionHistoryLimit"))
                .object("dev/order", "Deployment", "order", Patch.add("/spec/template/spec/hostIPC", false))
                .object("dev/order", "Service", "order", Patch.add("/spec/clusterIP", "None"));
    }

    private static Platform with(Customization customization) {
        return Platform.named("shop")
                .services(
                        Service.java("order").needs(publishes(PLACED)),
                        Service.java("mail").needs(consumes(PLACED)))
                .environments(Environment.named("dev").with(eksAutoMode(), provisionedMsk()))
                .with(customization);
    }

    @BeforeAll
    static void render() {
        plain = Slipway.render(Slipway.plan(with(customize())));
        custom = Slipway.render(Slipway.plan(with(everything())));
    }

    @Test
    void callsHooksOfStacksInTheOrderOfTheirDeclaration() {
        // twice, as templates are also rendered without patches, to find what a patch can be of
        assertThat(CALLED).containsExactly("first", "shared", "last", "first", "shared", "last");
        assertThat(custom).stack("dev/streaming").resource("AWS::KMS::Key").hasTag("cost-center", "42");
        assertThat(plain.template("dev/streaming").tree().toString()).doesNotContain("cost-center");
    }

    @Test
    void callsHooksOfCharts() {
        assertThat(custom).environment("dev").manifest("ConfigMap", "extra").hasField("data.key", "value");
    }

    @Test
    void patchesResources() {
        assertThat(custom)
                .stack("dev/streaming")
                .resource("AWS::MSK::Cluster")
                .hasProperty("EnhancedMonitoring", "PER_BROKER")
                .hasProperty("BrokerNodeGroupInfo.ConnectivityInfo.Public", "no")
                .hasProperty("BrokerNodeGroupInfo.InstanceType")
                .doesNotHaveProperty("Tags");
    }

    @Test
    void patchesObjects() {
        assertThat(custom)
                .environment("dev")
                .manifest("Deployment", "order")
                .hasField("spec.minReadySeconds", 10)
                .doesNotHaveField("spec.revisionHistoryLimit");
        assertThat(custom).environment("dev").service("order").container().hasImage("example.com/order:1");
    }

    /** Under the names that Kubernetes has for them, and not those of cdk8s. */
    @Test
    void patchesFieldsWhoseNamesHoldAcronyms() {
        assertThat(custom).environment("dev").manifest("Service", "order").hasField("spec.clusterIP", "None");
        assertThat(custom)
                .environment("dev")
                .manifest("Deployment", "order")
                .hasField("spec.minReadySeconds", 10)
                .hasField("spec.template.spec.hostIPC", false);
    }

    @Test
    void writesPatchedFieldsWhereTheyWouldStandAnyway() {
        assertThat(custom.files().get("dist/dev/order.k8s.yaml"))
                .containsSubsequence(
                        "kind: Deployment", "  minReadySeconds: 10", "  selector:", "  template:", "      hostIPC");
        assertThat(plain.manifest("dev", "Deployment", "order").tree().fields().keySet())
                .containsExactlyElementsOf(custom.manifest("dev", "Deployment", "order")
                        .tree()
                        .fields()
                        .keySet());
    }

    @Test
    void findsAMisspeltFieldOfAPatch() {
        Platform misspelt =
                with(customize().object("dev/order", "Deployment", "order", Patch.add("/spec/minReadySecond", 10)));

        assertThat(Rules.of(misspelt).check(Slipway.render(Slipway.plan(misspelt))))
                .filteredOn(Finding::isError)
                .extracting(Finding::text)
                .containsExactly("Deployment order in dev/order.k8s.yaml: spec.minReadySecond must be a field of"
                        + " DeploymentSpec in Kubernetes 1.34, which has minReadySeconds, paused, progressDeadlineSeconds,"
                        + " replicas.");
    }

    @Test
    void changesNothingElse() {
        List<String> changed = plain.files().keySet().stream()
                .filter(path -> path.endsWith(".yaml"))
                .filter(path -> !plain.files().get(path).equals(custom.files().get(path)))
                .toList();

        assertThat(changed).containsExactly("dist/dev/order.k8s.yaml");
        assertThat(custom.files().get("cdk.out/assembly-dev/shopdevcluster71CE7C4A.template.json"))
                .isEqualTo(plain.files().get("cdk.out/assembly-dev/shopdevcluster71CE7C4A.template.json"));
    }

    @Test
    void rendersTheSameBytesTwice() {
        assertThat(Slipway.render(Slipway.plan(with(everything()))).files()).isEqualTo(custom.files());
    }

    @Test
    void reportsEverythingThatIsNotThereTogether() {
        Plan plan = Slipway.plan(with(customize()
                .stack("dev/streamin", stack -> CALLED.add("never"))
                .chart("dev/orders", chart -> CALLED.add("never"))
                .resource("dev/streaming", "Clusters", Patch.remove("/Properties"))
                .resource("dev/streaming", "Cluster", Patch.replace("/Properties/ClusterNam", "x"))
                .resource("dev/streaming", "Cluster", Patch.add("/Properties/BrokerNodeGroupInfo/ClientSubnets/-", "x"))
                .object("dev/order", "Deployment", "orders", Patch.remove("/spec"))
                .object("dev/order", "Deployment", "order", Patch.remove("/spec/template/spec/containers/1"))));

        assertThatThrownBy(() -> Slipway.render(plan)).isInstanceOfSatisfying(InvalidPlatformException.class, e -> {
            List<String> said = e.problems().stream()
                    .map(problem -> problem.toString().replaceFirst("(?m) at .*:\\d+$", ""))
                    .toList();
            assertThat(said).containsExactlyInAnyOrder("""
                            error custom/unknown-stack
                              The stack (dev/streamin) that is customized does not exist; did you mean dev/streaming?
                              Fix: name one as cdk ls does: environment, a slash, and a concern.""", """
                            error custom/unknown-chart
                              The chart (dev/orders) that is customized does not exist; did you mean dev/order?
                              Fix: name one as dist/ does: environment, a slash, and a service or platform.""", """
                            error custom/unknown-resource
                              The resource (Clusters) that is patched is not in stack dev/streaming; did you mean Cluster?
                              Fix: name it by its logical id, as the template below cdk.out/ does.""", """
                            error custom/missing-path
                              The path (/Properties/ClusterNam) of resource Cluster of stack dev/streaming leads nowhere: /Properties has no ClusterNam; did you mean ClusterName?
                              Fix: correct it; Patch.add(..) puts what is not there yet into what is.""", """
                            error custom/list-item
                              The path (/Properties/BrokerNodeGroupInfo/ClientSubnets/-) of resource Cluster of stack dev/streaming is an item of a list, which the CDK can neither add nor remove.
                              Fix: replace the whole list.""", """
                            error custom/unknown-object
                              The object (Deployment orders) that is patched is not in chart dev/order; did you mean Deployment order?
                              Fix: name kind and name as dist/dev/order.k8s.yaml does.""", """
                            error custom/missing-path
                              The path (/spec/template/spec/containers/1) of Deployment order of chart dev/order leads nowhere: /spec/template/spec/containers has 1 items, and no item 1.
                              Fix: correct it; Patch.add(..) puts what is not there yet into what is.""");
            assertThat(e.problems()).allMatch(problem -> problem.origin().file().equals("CustomizationTest.java"));
        });
        assertThat(CALLED).doesNotContain("never");
    }
}
