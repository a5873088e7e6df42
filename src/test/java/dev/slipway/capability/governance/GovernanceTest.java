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
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static Map<String, String> tags(Resource resource) {
        Tree tags = resource.property("Tags");
        Map<String, String> byKey = tags.fields().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tag -> tag.getValue().text()));
        tags.items()
                .forEach(
                        tag -> byKey.put(tag.get("Key").text(), tag.get("Value").text()));
        return byKey;
    }

    private static Resource first(String path, String type) {
        return SYNTHESIS.template(path).resources(type).get(0);
    }

    @Test
    void everyTagReachesResourcesOfOursAndOfTheCdk() {
        for (String type : List.of("AWS::EC2::VPC", "AWS::EC2::NatGateway", "AWS::EC2::Subnet")) {
            assertThat(tags(first("prod/network", type)))
                    .containsEntry("platform", "shop")
                    .containsEntry("environment", "prod")
                    .containsEntry("managed-by", "slipway")
                    .containsEntry("cost-center", "42")
                    .containsEntry("data-class", "internal");
        }
        assertThat(tags(first("dev/streaming", "AWS::MSK::Cluster"))).containsEntry("environment", "dev");
    }

    @Test
    void anEnvironmentGivesATagOfThePlatformAnotherValue() {
        assertThat(tags(first("dev/network", "AWS::EC2::VPC")))
                .containsEntry("cost-center", "dev")
                .containsEntry("data-class", "internal");
    }

    @Test
    void whatIsSharedHasTheTagsOfThePlatformAlone() {
        assertThat(tags(first("shared/registry", "AWS::ECR::Repository")))
                .containsEntry("platform", "shop")
                .containsEntry("cost-center", "42")
                .containsEntry("service", "order")
                .containsEntry("owner", "checkout")
                .doesNotContainKey("environment");
    }

    @Test
    void whatAServiceHasForItsOwnTellsItsOwner() {
        for (Resource resource : List.of(
                first("dev/secrets", "AWS::SecretsManager::Secret"),
                SYNTHESIS.template("dev/identity").resources("AWS::IAM::Role").stream()
                        .filter(role -> role.property("RoleName").text().equals("shop.dev.order"))
                        .findFirst()
                        .orElseThrow())) {
            assertThat(tags(resource)).containsEntry("service", "order").containsEntry("owner", "checkout");
        }
    }

    @Test
    void everyRoleIsBounded() {
        List<Resource> roles = Stream.of("shared", "dev", "prod")
                .flatMap(stage -> SYNTHESIS.resources(stage, "AWS::IAM::Role").stream())
                .toList();

        assertThat(roles)
                .extracting(role -> role.template().path())
                .contains("dev/identity", "dev/cluster", "dev/network", "dev/streaming", "shared/github");
        assertThat(roles).allSatisfy(role -> assertThat(
                        role.property("PermissionsBoundary").text())
                .isEqualTo("arn:aws:iam::111122223333:policy/developer-boundary"));
    }

    @Test
    void everyStackIsDeployedWithTheQualifier() {
        String manifests = SYNTHESIS.files().entrySet().stream()
                .filter(file -> file.getKey().matches("cdk\\.out/assembly-[^/]+/manifest\\.json"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());

        assertThat(manifests).contains("cdk-acme1-deploy-role-").doesNotContain("hnb659fds");
        assertThat(SYNTHESIS.templates()).extracting(Template::tree).allSatisfy(tree -> assertThat(
                        tree.at("Parameters.BootstrapVersion.Default").text())
                .isEqualTo("/cdk-bootstrap/acme1/version"));
    }

    @Test
    void onlyStacksOfProductionAreProtectedFromTermination() {
        assertThat(manifest("prod")).contains("\"terminationProtection\": true");
        assertThat(manifest("shared")).contains("\"terminationProtection\": true");
        assertThat(manifest("dev")).doesNotContain("\"terminationProtection\": true");
    }

    @Test
    void everyLogIsKeptAsLongAsChosen() {
        assertThat(SYNTHESIS.resources("prod", "AWS::Logs::LogGroup"))
                .hasSizeGreaterThan(2)
                .allSatisfy(group ->
                        assertThat(group.property("RetentionInDays").number()).hasValue(400L));
        assertThat(SYNTHESIS.resources("dev", "AWS::Logs::LogGroup"))
                .noneMatch(group -> group.property("RetentionInDays").number().equals(java.util.Optional.of(400L)));
    }

    private static String manifest(String stage) {
        return SYNTHESIS.files().get("cdk.out/assembly-%s/manifest.json".formatted(stage));
    }
}
