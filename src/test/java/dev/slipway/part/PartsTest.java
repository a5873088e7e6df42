package dev.slipway.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Slipway;
import dev.slipway.capability.Providers;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Choice;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.testing.ProviderKit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cdk8s.Chart;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Every provider of Slipway alone in an app: the resources that it has there are those that it has in the whole. */
class PartsTest {
    private static final String ENVIRONMENT = "small";

    /** Makes a bucket for logs where it is asked for them. */
    private static final Set<String> WITHOUT_RESOURCES = Set.of("albRoutes()");

    @TempDir
    private Path folder;

    private static Stream<Map.Entry<String, ProviderKit>> onAws() {
        return Providers.all().entrySet().stream().filter(kit -> kit.getValue().provider() instanceof ProvisionsOnAws);
    }

    @TestFactory
    Stream<DynamicTest> isTheSameAloneAsInTheWhole() {
        assertThat(onAws()).hasSizeGreaterThan(15);
        return onAws().map(kit -> DynamicTest.dynamicTest(kit.getKey(), () -> {
            Plan plan = Slipway.plan(kit.getValue().platform());
            Choice provider = kit.getValue().provider();
            Path outdir = folder.resolve(kit.getKey().replaceAll("[^a-zA-Z0-9]", "-"));

            Map<String, Resource> alone = resources(plan, outdir.resolve("alone"), List.of(provider.getClass()));
            Map<String, Resource> whole = resources(plan, outdir.resolve("whole"), everything(plan));

            assertThat(whole).hasSizeGreaterThan(alone.size());
            assertThat(alone.isEmpty()).isEqualTo(WITHOUT_RESOURCES.contains(kit.getKey()));
            assertThat(whole.keySet()).containsAll(alone.keySet());
            assertThat(alone)
                    .allSatisfy((id, resource) -> assertThat(resource.tree().get("Properties"))
                            .as(id)
                            .isEqualTo(whole.get(id).tree().get("Properties")));
        }));
    }

    private static List<? extends Class<?>> everything(Plan plan) {
        return plan.environments().get(0).place().choices().stream()
                .filter(ProvisionsOnAws.class::isInstance)
                .map(Choice::getClass)
                .toList();
    }

    private static Map<String, Resource> resources(Plan plan, Path outdir, List<? extends Class<?>> parts) {
        App app = new App(AppProps.builder()
                .outdir(outdir.toString())
                .postCliContext(Slipway.cdkContext())
                .build());
        Parts.of(plan, ENVIRONMENT).stage(app, parts.toArray(Class<?>[]::new));
        app.synth();
        Synthesis synthesis = Synthesis.read(outdir, outdir.resolve("dist"));
        Map<String, Resource> resources = new TreeMap<>();
        for (Template template : synthesis.templates(ENVIRONMENT)) {
            template.resources().forEach(resource -> resources.put(template.path() + "/" + resource.id(), resource));
        }
        return resources;
    }

    @Test
    void listsWhatSomebodyElseHasToPublish() {
        Plan plan = Slipway.plan(Providers.all().get("provisionedMsk()").platform());

        Parts.StagePart part = Parts.of(plan, ENVIRONMENT).stage(new App(), ProvisionedMsk.class);

        assertThat(part.reads())
                .extracting(parameter -> parameter.name())
                .contains("/kit/small/network/vpc-id")
                .allMatch(name -> !name.startsWith("/kit/small/streaming/"));
        assertThat(Parts.of(plan, ENVIRONMENT)
                        .stage(
                                new App(),
                                dev.slipway.capability.network.Vpc.class,
                                EksAutoMode.class,
                                ProvisionedMsk.class)
                        .reads())
                .isEmpty();
    }

    @Test
    void saysWhatThereIsWhereSomethingIsNot() {
        Plan plan = Slipway.plan(Providers.all().get("provisionedMsk()").platform());
        Parts parts = Parts.of(plan, ENVIRONMENT);

        assertThatThrownBy(() -> Parts.of(plan, "smal"))
                .hasMessage("There is no environment (smal); there are [small, large].");
        assertThatThrownBy(() -> parts.stage(new App(), String.class))
                .hasMessageStartingWith("There is no part (String); there are [")
                .hasMessageContaining("ProvisionedMsk");
        assertThatThrownBy(() -> parts.workload(new Chart(new org.cdk8s.App(), "own"), "orders"))
                .hasMessage("There is no service (orders); there are [order, payment].");
        assertThat(List.of("order", "payment")).allSatisfy(service -> {
            Chart chart = new Chart(new org.cdk8s.App(), "own");
            parts.workload(chart, service);
            assertThat(chart.toJson()).isNotEmpty();
        });
    }
}
