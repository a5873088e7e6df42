package dev.slipway.capability.network;

import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.network.VpcEndpoints.GATEWAYS_ONLY;
import static dev.slipway.capability.network.VpcEndpoints.NONE;
import static dev.slipway.capability.network.VpcEndpoints.USED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.Wish;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Variable;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VpcEndpointsTest {
    private static final List<String> OF_EVERY_CLUSTER = List.of("ecr.api", "ecr.dkr", "eks-auth", "logs", "sts");

    private static List<String> endpoints(Synthesis synthesis, String environment, String type) {
        return synthesis.resources(environment, "AWS::EC2::VPCEndpoint").stream()
                .filter(endpoint -> endpoint.property("VpcEndpointType").text().equals(type))
                .map(endpoint -> endpoint.property("ServiceName").text())
                .map(name -> name.replace("com.amazonaws.eu-central-1.", ""))
                .sorted()
                .toList();
    }

    private static List<String> interfaces(Sample sample) {
        return endpoints(sample.render(), "prod", "Interface");
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
            assertThat(endpoints(synthesis, "dev", "Gateway")).hasSize(2);
            assertThat(endpoints(synthesis, "dev", "Interface")).isEmpty();
            assertThat(synthesis.template("dev/network").resources("AWS::EC2::SecurityGroup"))
                    .isEmpty();
        }

        @Test
        void haveWhatEveryClusterUsesInProduction() {
            assertThat(endpoints(synthesis, "prod", "Interface")).isEqualTo(OF_EVERY_CLUSTER);
            assertThat(synthesis.resources("prod", "AWS::EC2::VPCEndpoint"))
                    .filteredOn(endpoint ->
                            endpoint.property("VpcEndpointType").text().equals("Gateway"))
                    .extracting(endpoint -> endpoint.property("ServiceName").toString())
                    .satisfiesExactlyInAnyOrder(name -> assertThat(name).contains(".s3"), name -> assertThat(name)
                            .contains(".dynamodb"));
        }

        @Test
        void admitTheVpcAndNothingElse() {
            List<Resource> groups = synthesis.template("prod/network").resources("AWS::EC2::SecurityGroup");

            assertThat(groups).hasSize(1);
            assertThat(groups.get(0).property("SecurityGroupIngress"))
                    .hasToString(
                            "[{\"CidrIp\":\"10.20.0.0/18\",\"Description\":\"HTTPS from the VPC\",\"FromPort\":443,\"IpProtocol\":\"tcp\",\"ToPort\":443}]");
        }
    }

    @Nested
    class Chosen {
        @Test
        void canBeNone() {
            Synthesis synthesis = Sample.with(vpc().endpoints(NONE)).render();

            assertThat(synthesis.resources("prod", "AWS::EC2::VPCEndpoint")).isEmpty();
        }

        @Test
        void canBeGatewaysInProductionToo() {
            Synthesis synthesis = Sample.with(vpc().endpoints(GATEWAYS_ONLY)).render();

            assertThat(endpoints(synthesis, "prod", "Gateway")).hasSize(2);
            assertThat(endpoints(synthesis, "prod", "Interface")).isEmpty();
        }

        @Test
        void canBeAllOutsideProductionToo() {
            Synthesis synthesis = Sample.with(vpc().endpoints(USED)).render();

            assertThat(endpoints(synthesis, "dev", "Interface")).isEqualTo(OF_EVERY_CLUSTER);
        }
    }

    @Nested
    class Used {
        @Test
        void isSecretsManagerWhereSomebodyReadsASecret() {
            Binding secret =
                    Binding.ofVariables(Variable.fromSecret("SIGNING_KEY", "shop/dev/order/signing", "key", "signing"));

            assertThat(interfaces(Wish.of(secret))).contains("secretsmanager").hasSize(OF_EVERY_CLUSTER.size() + 1);
        }

        @Test
        void isParameterStoreWhereSomebodyReadsAParameter() {
            Binding parameter = Binding.ofVariables(
                    Variable.from("BROKERS", new Parameter("/shop/dev/brokers", Parameter.Type.TEXT), "brokers"));

            assertThat(interfaces(Wish.of(parameter))).contains("ssm").hasSize(OF_EVERY_CLUSTER.size() + 1);
        }

        @Test
        void isWhatGrantsAllow() {
            Binding queue = Binding.ofGrants(Grant.allow(
                    List.of("sqs:SendMessage", "kafka-cluster:Connect"),
                    Arn.of("arn:aws:sqs:eu-central-1:111122223333:orders"),
                    "queue"));

            assertThat(interfaces(Wish.of(queue))).contains("sqs").hasSize(OF_EVERY_CLUSTER.size() + 1);
        }
    }
}
