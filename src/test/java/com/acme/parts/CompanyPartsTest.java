package com.acme.parts;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's app and charts: what of a platform they hold, and that they hold nothing more. */
class CompanyPartsTest {
    @TempDir
    private Path folder;

    private Synthesis written(Path assembly) {
        return Synthesis.read(assembly, folder.resolve("dist"));
    }

    @Test
    void theAppHoldsItsOwnStackAndThoseThatItAskedFor() {
        CompanyApp.app(folder.toString()).synth();

        Synthesis synthesis = written(folder);
        assertThat(synthesis)
                .hasStacks(
                        "payroll",
                        "dev/cluster",
                        "shared/registry",
                        "dev/network",
                        "dev/streaming",
                        "dev/database",
                        "dev/cache");
        EnvironmentAssert dev = assertThat(synthesis).environment("dev");
        dev.resources("AWS::EC2::VPC").hasCount(1);
        dev.resources("AWS::MSK::Cluster").hasCount(1);
        dev.resources("AWS::RDS::DBInstance").hasCount(1);
        dev.resources("AWS::ElastiCache::ReplicationGroup").hasCount(1);
        assertThat(synthesis)
                .environment("shared")
                .resources("AWS::ECR::Repository")
                .hasCount(1);
    }

    @Test
    void theBrokersReadTheIdsOfANetworkOfItsOwn() {
        CompanyApp.brokersInOwnNetwork(folder.toString()).synth();

        Synthesis synthesis = written(folder);
        EnvironmentAssert dev =
                assertThat(synthesis).environment("dev").hasStacks("own-network", "cluster", "streaming");
        List<String> read = synthesis.template("dev/streaming").tree().get("Parameters").fields().values().stream()
                .map(parameter -> parameter.get("Default").text())
                .filter(name -> name.startsWith("/company/dev/network/"))
                .toList();
        assertThat(read).isNotEmpty().allSatisfy(name -> dev.stack("own-network")
                .hasResource("AWS::SSM::Parameter", name));
    }

    @Test
    void theChartHoldsItsOwnLimitsAndTheWholeService() {
        Chart chart = CompanyCharts.orders(new App());

        assertThat(kinds(chart))
                .startsWith("LimitRange")
                .contains("Deployment", "Service", "ServiceAccount", "NetworkPolicy", "ExternalSecret");
        assertThat(new Manifest("", "orders", object(chart, "Deployment")))
                .field("spec.template.spec.containers.0.securityContext")
                .contains(Map.of("readOnlyRootFilesystem", true, "capabilities", Map.of("drop", List.of("ALL"))));
    }

    @Test
    void theSurroundingsHoldNoDeployment() {
        assertThat(kinds(CompanyCharts.surroundings(new App())))
                .containsExactlyInAnyOrder(
                        "NetworkPolicy", "ConfigMap", "SecretStore", "SecretStore", "ExternalSecret");
    }

    private static List<String> kinds(Chart chart) {
        return objects(chart).stream().map(object -> object.get("kind").text()).toList();
    }

    private static Tree object(Chart chart, String kind) {
        return objects(chart).stream()
                .filter(object -> object.get("kind").text().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<Tree> objects(Chart chart) {
        return Tree.of(chart.toJson()).items();
    }
}
