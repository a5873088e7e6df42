package dev.slipway.trace;

import static dev.slipway.render.custom.Customization.customize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.acceptance.Rendered;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.s3.CfnBucket;

/** What a thing is traced to, word for word, and whether the line says so. */
class TraceTest {
    private static final Synthesis ORDERING = Rendered.blueprints().get("OrderingPlatform");
    private static final Trace TRACE = Trace.of(Slipway.plan(OrderingPlatform.platform()), ORDERING);
    private static final Path SOURCES = Path.of("src/main/java/dev/slipway/blueprint/ordering");

    private static Resource resource(String stack, String path) {
        return ORDERING.template(stack).resources().stream()
                .filter(resource -> Provenance.pathInStack(resource).equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> declared(List<Cause> causes) {
        return causes.stream().map(Cause::declared).toList();
    }

    @Test
    void aVariableIsOfTheNeedThatSetsItOrOfTheService() {
        assertThat(TRACE.ofVariable("dev", "order", "DATABASE_NAME").map(Cause::declared))
                .contains("order: postgres");
        assertThat(TRACE.ofVariable("dev", "order-database", "PGHOST").map(Cause::declared))
                .as("of a task")
                .contains("order: postgres");
        assertThat(TRACE.ofVariable("dev", "order", "JAVA_TOOL_OPTIONS").map(Cause::declared))
                .contains("default of Slipway: runtime JAVA");
        assertThat(TRACE.ofVariable("dev", "order", "UNHEARD_OF")).isEmpty();
        assertThat(TRACE.ofVariable("dev", "nobody", "DATABASE_NAME")).isEmpty();
    }

    @Test
    void aTopicIsOfWhoeverNamesItAndItsDeadLettersOfWhoeverConsumesIt() {
        assertThat(declared(TRACE.causes(resource("dev/streaming", "Topic order.cancelled"))))
                .containsExactly(
                        "notification: consumes order.cancelled",
                        "order: publishes order.cancelled",
                        "payment: consumes order.cancelled",
                        "store: consumes order.cancelled",
                        "environment dev: ProvisionedMsk");
        assertThat(declared(TRACE.causes(resource("dev/streaming", "Topic order.cancelled.payment.dlt"))))
                .containsExactly("payment: consumes order.cancelled", "environment dev: ProvisionedMsk");
    }

    @Test
    void whatServesAllIsFirstOfAllOfTheChoice() {
        assertThat(TRACE.of(resource("dev/streaming", "Key/Resource")).map(Cause::declared))
                .contains("environment dev: ProvisionedMsk");
        assertThat(TRACE.of(resource("shared/github", "Provider")).map(Cause::declared))
                .contains("platform ordering: GithubOidc");
        assertThat(TRACE.of(ORDERING.manifest("local", "StatefulSet", "valkey")).map(Cause::declared))
                .contains("environment local: InClusterValkey");
    }

    @Test
    void aDefaultIsSaidToBeOneAndPointsToWhereAnotherCouldBeChosen() {
        Cause cause = TRACE.causes(ORDERING.manifest("dev", "Ingress", "order")).get(1);

        assertThat(cause.isDefault()).isTrue();
        assertThat(cause.declared()).isEqualTo("default of Slipway: AlbRoutes");
        assertThat(cause.origin().file()).isEqualTo("OrderingEnvironments.java");
    }

    @Test
    void aPermissionIsOfTheNeedsThatAskForIt() {
        Resource role = resource("dev/identity", "Role user");

        assertThat(statements(role, "kafka-cluster:WriteData"))
                .containsExactly("user: publishes user.registered", "user: publishes user.credential.set");
        assertThat(statements(role, "sts:AssumeRole"))
                .as("who may be the role")
                .containsExactly("service user", "default of Slipway: PodIdentity");
        assertThat(statements(resource("dev/identity", "SecretReader payment"), "secretsmanager:GetSecretValue"))
                .containsExactly("payment: postgres", "payment: secret payment-provider");
    }

    private static List<String> statements(Resource role, String action) {
        Tree statement = role.tree()
                .all()
                .filter(tree -> tree.get("Effect").exists()
                        && tree.get("Action").texts().contains(action))
                .findFirst()
                .orElseThrow();
        return declared(TRACE.causes(role, statement));
    }

    @Test
    void aRuleOfAPolicyIsOfWhoseWayItAllows() {
        var out = dev.slipway.plan.binding.NetworkEdge.Direction.OUT;
        var in = dev.slipway.plan.binding.NetworkEdge.Direction.IN;
        var policy = ORDERING.manifest("local", "NetworkPolicy", "notification");
        Tree smtp = rule(policy.at("spec.egress"), "587");
        assertThat(declared(TRACE.causes(policy, out, smtp)))
                .containsExactly("notification: reaches smtp.example.com:587");

        var postgres = ORDERING.manifest("local", "NetworkPolicy", "postgresql");
        Tree order = postgres.at("spec.ingress").items().stream()
                .filter(rule -> rule.toString().contains("\"order-database\""))
                .findFirst()
                .orElseThrow();
        assertThat(declared(TRACE.causes(postgres, in, order)))
                .containsExactly("order: postgres", "environment local: InClusterPostgres");
    }

    private static Tree rule(Tree rules, String port) {
        return rules.items().stream()
                .filter(rule -> rule.at("ports.0.port").text().equals(port))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLineIsTheOneThatDeclaresIt() throws IOException {
        assertThat(lineOf(TRACE.ofVariable("dev", "auth", "KEY_ENCRYPTION_KEY").orElseThrow()))
                .contains("generatedSecret(\"key-encryption\"");
        assertThat(lineOf(TRACE.of(resource("dev/database", "Credential user/Resource"))
                        .orElseThrow()))
                .contains("postgres()");
        assertThat(lineOf(TRACE.of(resource("dev/cluster", "Key/Resource")).orElseThrow()))
                .contains("eksAutoMode(");
        assertThat(lineOf(TRACE.of(ORDERING.manifest("prod", "HorizontalPodAutoscaler", "order"))
                        .orElseThrow()))
                .contains("autoscale(");
    }

    private static String lineOf(Cause cause) throws IOException {
        return Files.readAllLines(SOURCES.resolve(cause.origin().file()))
                .get(cause.origin().line() - 1);
    }

    @Test
    void aChartIsOfTheAddOnThatIsInstalled() {
        assertThat(ORDERING.charts("dev")).isNotEmpty().allSatisfy(chart -> assertThat(
                        TRACE.of(chart).orElseThrow().declared())
                .matches("default of Slipway: \\w+"));
    }

    @Test
    void whatAHookHasAddedIsOfTheHook() {
        Plan plan = Slipway.plan(Platform.named("shop")
                .services(Service.java("order"))
                .environments(Environment.named("dev").with(EksAutoMode.eksAutoMode()))
                .with(customize().stack("dev/network", stack -> CfnBucket.Builder.create(stack, "Extra")
                        .build())));
        Synthesis synthesis = Slipway.render(plan);
        Resource extra = synthesis.resources("dev", "AWS::S3::Bucket").get(0);

        assertThat(Trace.of(plan, synthesis).of(extra).orElseThrow().toString())
                .startsWith("customize dev/network (TraceTest.java:");
    }
}
