package dev.slipway.capability.governance;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.governance.BootstrapQualifier.bootstrapQualifier;
import static dev.slipway.capability.governance.LogRetention.logRetention;
import static dev.slipway.capability.governance.PermissionsBoundary.permissionsBoundary;
import static dev.slipway.capability.governance.Tagged.tagged;
import static dev.slipway.capability.identity.GithubOidc.githubOidc;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every resource of a platform, seen in all that is rendered. */
class GovernanceTest {
    private static final Synthesis SYNTHESIS = Slipway.render(Slipway.plan(Platform.named("shop")
            .services(Service.java("order")
                    .ownedBy("checkout", "#checkout")
                    .needs(publishes(Topic.named("order.placed").partitions(3)), generatedSecret("session", "key")))
            .environments(
                    Environment.named("dev").branch("develop").with(tagged("cost-center", "dev")),
                    Environment.named("prod").production().branch("main").with(logRetention(400)))
            .with(vpc(), eksAutoMode(), provisionedMsk(), githubOidc("acme/shop"))
            .with(tagged("cost-center", "42").and("data-class", "internal"))
            .with(permissionsBoundary("developer-boundary"), bootstrapQualifier("acme1"))));

    @Test
    void everyTagReachesResourcesOfOursAndOfTheCdk() {
        for (String type : List.of("AWS::EC2::VPC", "AWS::EC2::NatGateway", "AWS::EC2::Subnet")) {
            assertThat(SYNTHESIS).stack("prod/network").resources(type).each(resource -> {
                resource.hasTag("platform", "shop");
                resource.hasTag("environment", "prod");
                resource.hasTag("managed-by", "slipway");
                resource.hasTag("cost-center", "42");
                resource.hasTag("data-class", "internal");
            });
        }
        assertThat(SYNTHESIS)
                .stack("dev/streaming")
                .resource("AWS::MSK::Cluster")
                .hasTag("environment", "dev");
    }

    @Test
    void anEnvironmentGivesATagOfThePlatformAnotherValue() {
        assertThat(SYNTHESIS)
                .stack("dev/network")
                .resource("AWS::EC2::VPC")
                .hasTag("cost-center", "dev")
                .hasTag("data-class", "internal");
    }

    @Test
    void whatIsSharedHasTheTagsOfThePlatformAlone() {
        assertThat(SYNTHESIS)
                .stack("shared/registry")
                .resource("AWS::ECR::Repository")
                .hasTag("platform", "shop")
                .hasTag("cost-center", "42")
                .hasTag("service", "order")
                .hasTag("owner", "checkout")
                .doesNotHaveTag("environment");
    }

    @Test
    void whatAServiceHasForItsOwnTellsItsOwner() {
        EnvironmentAssert dev = assertThat(SYNTHESIS).environment("dev");

        dev.resource("AWS::SecretsManager::Secret", "shop/dev/order/session")
                .hasTag("service", "order")
                .hasTag("owner", "checkout");
        dev.resource("AWS::IAM::Role", "shop.dev.order")
                .hasTag("service", "order")
                .hasTag("owner", "checkout");
    }

    @Test
    void everyRoleIsBounded() {
        Consumer<ResourceAssert> isBounded =
                role -> role.hasProperty("PermissionsBoundary", "arn:aws:iam::111122223333:policy/developer-boundary");

        assertThat(SYNTHESIS).resources("AWS::IAM::Role").each(isBounded);
        for (String stack : List.of("dev/identity", "dev/cluster", "dev/network", "dev/streaming", "shared/github")) {
            assertThat(SYNTHESIS).stack(stack).resources("AWS::IAM::Role").each(isBounded);
        }
    }

    @Test
    void everyStackIsDeployedWithTheQualifier() {
        String manifests = SYNTHESIS.files().entrySet().stream()
                .filter(file -> file.getKey().matches("cdk\\.out/assembly-[^/]+/manifest\\.json"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());

        assertThat(manifests).contains("cdk-acme1-deploy-role-").doesNotContain("hnb659fds");
        assertThat(SYNTHESIS.templates()).isNotEmpty().allSatisfy(template -> assertThat(template)
                .at("Parameters.BootstrapVersion.Default")
                .is("/cdk-bootstrap/acme1/version"));
    }

    @Test
    void onlyStacksOfProductionAreProtectedFromTermination() {
        assertThat(manifest("prod")).contains("\"terminationProtection\": true");
        assertThat(manifest("shared")).contains("\"terminationProtection\": true");
        assertThat(manifest("dev")).doesNotContain("\"terminationProtection\": true");
    }

    @Test
    void everyLogIsKeptAsLongAsChosen() {
        assertThat(SYNTHESIS)
                .environment("prod")
                .resources("AWS::Logs::LogGroup")
                .hasCount(4)
                .each(group -> group.hasProperty("RetentionInDays", 400));
        assertThat(SYNTHESIS)
                .environment("dev")
                .resources("AWS::Logs::LogGroup")
                .each(group -> group.property("RetentionInDays").isNot(400));
    }

    private static String manifest(String stage) {
        return SYNTHESIS.files().get("cdk.out/assembly-%s/manifest.json".formatted(stage));
    }
}
