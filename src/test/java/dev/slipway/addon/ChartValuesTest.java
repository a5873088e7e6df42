package dev.slipway.addon;

import static dev.slipway.addon.AwsLoadBalancerController.awsLoadBalancerController;
import static dev.slipway.addon.CertManager.certManager;
import static dev.slipway.addon.ClusterAutoscaler.clusterAutoscaler;
import static dev.slipway.addon.ExternalSecrets.externalSecrets;
import static dev.slipway.addon.Keda.keda;
import static dev.slipway.addon.MetricsServer.metricsServer;
import static dev.slipway.addon.Reloader.reloader;
import static dev.slipway.addon.VerticalPodAutoscaler.verticalPodAutoscaler;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.network.ExistingVpc.existingVpc;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.plan.addon.ChartChange.value;
import static dev.slipway.plan.addon.ChartChange.version;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.cluster.EksNodeGroups;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.testing.assertion.ResourceAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and meanings are those of the charts' values at the catalogue's versions, with which they were rendered by Helm. */
class ChartValuesTest {
    private static Place place(int environment, Choice... choices) {
        return Sample.with(choices)
                .plan()
                .verify()
                .environments()
                .get(environment)
                .place();
    }

    private static Map<String, Object> dev(Addon addon, Choice... choices) {
        return addon.chart(place(0, choices)).leaves();
    }

    private static Map<String, Object> prod(Addon addon, Choice... choices) {
        return addon.chart(place(1, choices)).leaves();
    }

    /** Who AWS knows by a name must have that name in the cluster. */
    @Test
    void nameServiceAccountsAsTheStacksDo() {
        Place place = place(0, eksNodeGroups());

        assertThat(Sample.with(eksNodeGroups())
                        .services(Service.java("mail").needs(secret("smtp", "password")))
                        .renderDev())
                .environment("dev")
                .resources("AWS::EKS::PodIdentityAssociation")
                .extracting("Namespace", "ServiceAccount")
                .hasItem(account(externalSecrets().chart(place), "serviceAccount.name"))
                .hasItem(account(clusterAutoscaler().chart(place), "rbac.serviceAccount.name"));
    }

    private static List<Object> account(HelmChart chart, String path) {
        return List.of(chart.namespace(), chart.leaves().get(path));
    }

    @Test
    void keepExternalSecretsToTheStoresOfANamespace() {
        assertThat(dev(externalSecrets()))
                .containsEntry("installCRDs", true)
                .containsEntry("replicaCount", 1)
                .containsEntry("leaderElect", false)
                .containsEntry("processClusterStore", false)
                .containsEntry("processPushSecret", false)
                .containsEntry("resources.requests.memory", "128Mi")
                .containsEntry("resources.limits.memory", "256Mi");
        assertThat(prod(externalSecrets())).containsEntry("replicaCount", 2).containsEntry("leaderElect", true);
    }

    @Test
    void haveReloaderWatchSecretsOnly() {
        assertThat(prod(reloader()))
                .containsEntry("reloader.ignoreConfigMaps", true)
                .containsEntry("reloader.reloadStrategy", "annotations")
                .containsEntry("reloader.readOnlyRootFileSystem", true)
                .containsEntry("reloader.enableHA", true);
    }

    @Test
    void haveTheAutoscalerPreferSpotAndRunOnDemand() {
        assertThat(dev(clusterAutoscaler(), eksNodeGroups()))
                .containsEntry("autoDiscovery.clusterName", "shop-dev")
                .containsEntry("awsRegion", "eu-central-1")
                .containsEntry("expanderPriorities.10.0", ".*OnDemand.*")
                .containsEntry("expanderPriorities.20.0", ".*Spot.*")
                .containsEntry("nodeSelector.eks.amazonaws.com/capacityType", "ON_DEMAND")
                .containsEntry("tolerations.0.key", "CriticalAddonsOnly");
    }

    @ParameterizedTest
    @CsvSource({"1.34, v1.34.5", "1.35, v1.35.2", "1.36, v1.36.1"})
    void haveTheAutoscalerOfTheClustersVersion(String kubernetes, String image) {
        EksNodeGroups cluster = eksNodeGroups().kubernetes(kubernetes);

        assertThat(dev(clusterAutoscaler(), cluster)).containsEntry("image.tag", image);
    }

    @Test
    void findTheVpcWhichPodsCannotAskFor() {
        assertThat(dev(awsLoadBalancerController(), eksNodeGroups()))
                .containsEntry("clusterName", "shop-dev")
                .containsEntry("vpcTags.Name", "shop-dev")
                .containsEntry("vpcTags.environment", "dev")
                .containsEntry("vpcTags.platform", "shop")
                .doesNotContainKey("vpcId")
                .containsEntry("enableServiceMutatorWebhook", false)
                .containsEntry("createIngressClassResource", false);
        Place existing = new Place(
                Platform.named("shop"),
                Environment.named("dev"),
                place(0).target(),
                place(0).names(),
                List.of(eksNodeGroups(), existingVpc("vpc-0a1b2c3d4e5f60718")));
        assertThat(awsLoadBalancerController().chart(existing).leaves())
                .containsEntry("vpcId", "vpc-0a1b2c3d4e5f60718")
                .doesNotContainKey("vpcTags.Name");
    }

    /** The tags by which the controller looks for its VPC are on it. */
    @Test
    void findTheVpcByWhatItIsTaggedWith() {
        ResourceAssert vpc = assertThat(Sample.with(eksNodeGroups()).renderDev())
                .environment("dev")
                .resource("AWS::EC2::VPC");
        List<Map.Entry<String, Object>> wanted = dev(awsLoadBalancerController(), eksNodeGroups()).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("vpcTags."))
                .toList();

        assertThat(wanted)
                .hasSize(4)
                .allSatisfy(
                        tag -> vpc.hasTag(tag.getKey().substring("vpcTags.".length()), String.valueOf(tag.getValue())));
    }

    @Test
    void keepCertificatesWhenTheAddOnGoes() {
        assertThat(dev(certManager())).containsEntry("crds.enabled", true).containsEntry("crds.keep", true);
    }

    @Test
    void trustTheNodesOfOnesOwnMachine() {
        assertThat(dev(metricsServer(), localCluster())).containsEntry("args.0", "--kubelet-insecure-tls");
        assertThat(dev(metricsServer())).doesNotContainKey("args.0");
    }

    @Test
    void doubleInProductionWhatOthersWaitFor() {
        assertThat(prod(keda()))
                .containsEntry("operator.replicaCount", 2)
                .containsEntry("metricsServer.replicaCount", 2)
                .containsEntry("serviceAccount.operator.name", Keda.SERVICE_ACCOUNT);
        assertThat(prod(verticalPodAutoscaler()))
                .containsEntry("admissionController.replicaCount", 2)
                .containsEntry("metrics-server.enabled", false);
        assertThat(dev(keda())).containsEntry("operator.replicaCount", 1);
    }

    @Test
    void giveWayToWhatIsChanged() {
        HelmChart chart = keda().with(version("2.21.0"), value("operator.replicaCount", 5))
                .with(value("operator.affinity", Map.of("nodeAffinity", "none")))
                .chart(place(1));

        assertThat(chart.version()).isEqualTo("2.21.0");
        assertThat(chart.leaves())
                .containsEntry("operator.replicaCount", 5)
                .containsEntry("operator.affinity.nodeAffinity", "none")
                .containsEntry("webhooks.replicaCount", 2);
    }
}
