package dev.slipway.capability.network;

import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.network.VpcEndpoints.GATEWAYS_ONLY;
import static dev.slipway.capability.network.VpcEndpoints.NONE;
import static dev.slipway.capability.network.VpcEndpoints.USED;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.Wish;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Variable;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourcesAssert;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VpcEndpointsTest {
    private static final Object[] OF_EVERY_CLUSTER = Stream.of("ecr.api", "ecr.dkr", "eks-auth", "logs", "sts")
            .map(VpcEndpointsTest::service)
            .toArray();

    private static String service(String name) {
        return "com.amazonaws.eu-central-1." + name;
    }

    private static ResourcesAssert endpoints(Synthesis synthesis, String environment, String type) {
        return assertThat(synthesis)
                .environment(environment)
                .resources("AWS::EC2::VPCEndpoint")
                .where("VpcEndpointType", type);
    }

    private static void hasBesidesThoseOfEveryCluster(Sample sample, String name) {
        endpoints(sample.render(), "prod", "Interface")
                .hasCount(OF_EVERY_CLUSTER.length + 1)
                .extracting("ServiceName")
                .hasItem(service(name));
    }

    @Nested
    class ByDefault {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(vpc().cidr("10.20.0.0/18")).render();
        }

        @Test
        void haveOnlyWhatCostsNothingOutsideProduction() {
            endpoints(synthesis, "dev", "Gateway").hasCount(2);
            endpoints(synthesis, "dev", "Interface").areNone();
            assertThat(synthesis).stack("dev/network").hasNoResources("AWS::EC2::SecurityGroup");
        }

        @Test
        void haveWhatEveryClusterUsesInProduction() {
            endpoints(synthesis, "prod", "Interface").extracting("ServiceName").hasItemsInAnyOrder(OF_EVERY_CLUSTER);
            endpoints(synthesis, "prod", "Gateway")
                    .extracting("ServiceName.Fn::Join.1.2")
                    .hasItemsInAnyOrder(".s3", ".dynamodb");
        }

        @Test
        void admitTheVpcAndNothingElse() {
            assertThat(synthesis)
                    .stack("prod/network")
                    .resource("AWS::EC2::SecurityGroup")
                    .hasProperty("SecurityGroupIngress", ofYaml("""
                            - CidrIp: 10.20.0.0/18
                              Description: HTTPS from the VPC
                              IpProtocol: tcp
                              FromPort: 443
                              ToPort: 443
                            """));
        }
    }

    @Nested
    class Chosen {
        @Test
        void canBeNone() {
            assertThat(Sample.with(vpc().endpoints(NONE)).render())
                    .environment("prod")
                    .resources("AWS::EC2::VPCEndpoint")
                    .areNone();
        }

        @Test
        void canBeGatewaysInProductionToo() {
            Synthesis synthesis = Sample.with(vpc().endpoints(GATEWAYS_ONLY)).render();

            endpoints(synthesis, "prod", "Gateway").hasCount(2);
            endpoints(synthesis, "prod", "Interface").areNone();
        }

        @Test
        void canBeAllOutsideProductionToo() {
            Synthesis synthesis = Sample.with(vpc().endpoints(USED)).render();

            endpoints(synthesis, "dev", "Interface").extracting("ServiceName").hasItemsInAnyOrder(OF_EVERY_CLUSTER);
        }
    }

    @Nested
    class Used {
        @Test
        void isSecretsManagerWhereSomebodyReadsASecret() {
            Binding secret =
                    Binding.ofVariables(Variable.fromSecret("SIGNING_KEY", "shop/dev/order/signing", "key", "signing"));

            hasBesidesThoseOfEveryCluster(Wish.of(secret), "secretsmanager");
        }

        @Test
        void isParameterStoreWhereSomebodyReadsAParameter() {
            Binding parameter = Binding.ofVariables(
                    Variable.from("BROKERS", new Parameter("/shop/dev/brokers", Parameter.Type.TEXT), "brokers"));

            hasBesidesThoseOfEveryCluster(Wish.of(parameter), "ssm");
        }

        @Test
        void isWhatGrantsAllow() {
            Binding queue = Binding.ofGrants(Grant.allow(
                    List.of("sqs:SendMessage", "kafka-cluster:Connect"),
                    Arn.of("arn:aws:sqs:eu-central-1:111122223333:orders"),
                    "queue"));

            hasBesidesThoseOfEveryCluster(Wish.of(queue), "sqs");
        }
    }
}
