package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.streaming.msk.EveryTopicIsMadeTest.ARN;
import static dev.slipway.capability.streaming.msk.EveryTopicIsMadeTest.BROKERS;
import static dev.slipway.capability.streaming.msk.ExistingMsk.existingMsk;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.testing.assertion.EnvironmentAssert;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExistingMskTest {
    private static final String PATH = "shared/4a2b6f1e-0c1d-4c55-9a3a-7d1f0e2b3c4d-5";

    private static Sample platform(ExistingMsk msk) {
        return Sample.with(msk).services(EveryTopicIsMadeTest.SERVICES);
    }

    @Test
    void makesNoClusterAndPublishesWhereTheExistingOneIs() {
        EnvironmentAssert dev =
                assertThat(platform(existingMsk(ARN, BROKERS)).render()).environment("dev");

        dev.resources("AWS::MSK::Cluster").areNone();
        dev.resources("AWS::MSK::Topic").each(topic -> topic.hasProperty("ClusterArn", ARN));
        dev.stack("streaming")
                .hasNoResources("AWS::EC2::SecurityGroupIngress")
                .resources("AWS::SSM::Parameter")
                .extracting("Name", "Value")
                .hasItemsInAnyOrder(
                        List.of("/shop/dev/streaming/bootstrap-brokers", BROKERS),
                        List.of("/shop/dev/streaming/cluster-path", PATH));
    }

    @Test
    void admitsPodsToTheGroupOfItsBrokers() {
        assertThat(platform(existingMsk(ARN, BROKERS).securityGroup("sg-0123456789abcdef0"))
                        .render())
                .stack("dev/streaming")
                .resource("AWS::EC2::SecurityGroupIngress")
                .hasProperty("GroupId", "sg-0123456789abcdef0")
                .hasProperty("FromPort", 9098)
                .hasProperty("SourceSecurityGroupId.Ref", "ReadShopDevClusterSecurityGroupId");
    }

    @Nested
    class Bound {
        @Test
        void grantsByTheExactArn() {
            ServicePlan store = platform(existingMsk(ARN, BROKERS)).planned("store");

            assertThat(store.grants())
                    .flatExtracting(grant -> grant.resources())
                    .allMatch(arn -> arn.parameter().isEmpty())
                    .extracting(arn -> arn.pattern())
                    .contains(ARN, "arn:aws:kafka:eu-central-1:111122223333:topic/" + PATH + "/prices");
        }

        @Test
        void opensTheWayToTheNetworkOfTheEnvironment() {
            assertThat(brokers(existingMsk(ARN, BROKERS))).containsExactly(new Peer.OfRange(Cidr.of("10.0.0.0/16")));
        }

        @Test
        void opensTheWayToDeclaredRanges() {
            assertThat(brokers(existingMsk(ARN, BROKERS).within("10.9.0.0/20", "10.9.16.0/20")))
                    .containsExactly(
                            new Peer.OfRange(Cidr.of("10.9.0.0/20")), new Peer.OfRange(Cidr.of("10.9.16.0/20")));
        }

        private Iterable<Peer> brokers(ExistingMsk msk) {
            return platform(msk).planned("store").edges().stream()
                    .filter(edge -> edge.port() == 9098)
                    .map(NetworkEdge::peer)
                    .toList();
        }
    }

    @Nested
    class Checked {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "shared",
                    "arn:aws:kafka:eu-central-1:111122223333:topic/shared/4a2b/order",
                    "arn:aws:kafka:eu-central-1:1111:cluster/shared/4a2b"
                })
        void refusesWhatIsNoArnOfACluster(String arn) {
            assertThat(MskRules.inDev(existingMsk(arn, BROKERS)))
                    .containsExactly(
                            "streaming/cluster-arn",
                            "The ARN (%s) of the MSK cluster must be that of a cluster, with its name and its id."
                                    .formatted(arn),
                            "copy it from aws kafka list-clusters-v2.");
        }

        @Test
        void refusesAClusterInAnotherRegion() {
            Environment elsewhere = Environment.named("dev")
                    .in("111122223333", "eu-west-1")
                    .with(eksAutoMode(), existingMsk(ARN, BROKERS));
            Platform platform =
                    Platform.named("shop").services(Service.java("a")).environments(elsewhere);

            assertThat(Slipway.plan(platform).problems())
                    .extracting(problem -> problem.rule() + ": " + problem.what())
                    .containsExactly(
                            "streaming/cluster-elsewhere: The MSK cluster (111122223333 in eu-central-1) must be in the account and region of environment dev (111122223333 in eu-west-1).");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "b-1.shared.example.com", "b-1.shared.example.com:9092", ":9098", "b-1:9098"})
        void refusesBootstrapServersWithoutIam(String server) {
            assertThat(MskRules.inDev(existingMsk(ARN, BROKERS + "," + server)))
                    .containsExactly(
                            "streaming/bootstrap-servers",
                            "The bootstrap server (%s) of the MSK cluster must be a host and IAM's port, 9098, parted by a colon."
                                    .formatted(server),
                            "copy BootstrapBrokerStringSaslIam from aws kafka get-bootstrap-brokers.");
        }

        @Test
        void refusesWhatIsNoSecurityGroupRangeOrReplication() {
            assertThat(MskRules.inDev(existingMsk(ARN, BROKERS)
                            .securityGroup("brokers")
                            .within("10.9.0.1/20")
                            .replicationFactor(4)))
                    .containsExactlyInAnyOrder(
                            "streaming/security-group",
                            "The security group (brokers) of the MSK cluster must be an id.",
                            "write it as securityGroup(\"sg-0123456789abcdef0\").",
                            "streaming/range",
                            "The range (10.9.0.1/20) of the MSK cluster must be an IPv4 range whose host part is zero.",
                            "write it as within(\"10.9.0.0/20\").",
                            "streaming/replication",
                            "The replication factor (4) of topics must be 1 to 3, and at most the number of brokers.",
                            "write it as replicationFactor(3).");
        }

        @Test
        void acceptsAClusterAsItIs() {
            assertThat(MskRules.inDev(existingMsk(ARN, BROKERS + ",b-2.shared.example.com:9098")
                            .securityGroup("sg-0123abcd")
                            .within("10.9.0.0/20")
                            .replicationFactor(1)))
                    .isEmpty();
        }
    }
}
