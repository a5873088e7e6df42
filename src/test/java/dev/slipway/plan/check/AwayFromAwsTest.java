package dev.slipway.plan.check;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.governance.PermissionsBoundary.permissionsBoundary;
import static dev.slipway.platform.Sizing.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwayFromAwsTest {
    private static final Environment LOCAL = Environment.named("local");

    private static List<String> rules(Environment environment) {
        return AwayFromAws.of(environment, localCluster())
                .map(problem -> problem.rule() + ": " + problem.what())
                .toList();
    }

    @Test
    void refusesWhatOnlyAwsHas() {
        assertThat(rules(LOCAL.with(SMALL, permissionsBoundary("boundary"))))
                .singleElement()
                .asString()
                .startsWith(
                        "environment/aws-only: Environment local chooses what only AWS has (PermissionsBoundary), and its cluster (LocalCluster) is not there");
        assertThat(rules(LOCAL.with(SMALL, localCluster()))).isEmpty();
    }

    @Test
    void refusesAnAccount() {
        assertThat(rules(LOCAL.in("111122223333", "eu-central-1")))
                .singleElement()
                .asString()
                .startsWith(
                        "environment/no-account: The account (111122223333) and region (eu-central-1) of environment local are of no use");
    }

    @Test
    void refusesServicesWhoseNamesAreTaken() {
        Platform shop = Platform.named("shop")
                .services(Service.java("order"), Service.java("kafka"))
                .environments(Environment.named("dev").with(eksAutoMode()));

        assertThat(Reserved.names(shop, "Kafka in the cluster", List.of("kafka", "kafka-topics")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("service/reserved-name");
                    assertThat(problem.what())
                            .isEqualTo(
                                    "The name (kafka) of a service is taken by Kafka in the cluster, as are kafka, kafka-topics; it must be another.");
                });
        assertThat(Reserved.names(shop, "Kafka in the cluster", List.of("kafka-topics")))
                .isEmpty();
    }
}
