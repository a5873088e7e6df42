package com.acme.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(synthesis.templates().stream().map(Template::path))
                .containsExactlyInAnyOrder(
                        "payroll",
                        "dev/cluster",
                        "shared/registry",
                        "dev/network",
                        "dev/streaming",
                        "dev/database",
                        "dev/cache");
        assertThat(synthesis.resources("dev", "AWS::EC2::VPC")).hasSize(1);
        assertThat(synthesis.resources("dev", "AWS::MSK::Cluster")).hasSize(1);
        assertThat(synthesis.resources("dev", "AWS::RDS::DBInstance")).hasSize(1);
        assertThat(synthesis.resources("dev", "AWS::ElastiCache::ReplicationGroup"))
                .hasSize(1);
        assertThat(synthesis.resources("shared", "AWS::ECR::Repository")).hasSize(1);
    }

    @Test
    void theBrokersReadTheIdsOfANetworkOfItsOwn() {
        CompanyApp.brokersInOwnNetwork(folder.toString()).synth();

        Synthesis synthesis = written(folder);
        assertThat(synthesis.templates("dev"))
                .extracting(Template::concern)
                .containsExactlyInAnyOrder("own-network", "cluster", "streaming");
        Template own = synthesis.template("dev/own-network");
        List<String> published = own.resources("AWS::SSM::Parameter").stream()
                .map(parameter -> parameter.property("Name").text())
                .toList();
        List<String> read = synthesis.template("dev/streaming").tree().get("Parameters").fields().values().stream()
                .map(parameter -> parameter.get("Default").text())
                .filter(name -> name.startsWith("/company/dev/network/"))
                .toList();
        assertThat(read).isNotEmpty();
        assertThat(published).containsAll(read);
    }

    @Test
    void theChartHoldsItsOwnLimitsAndTheWholeService() {
        Chart chart = CompanyCharts.orders(new App());

        assertThat(kinds(chart))
                .startsWith("LimitRange")
                .contains("Deployment", "Service", "ServiceAccount", "NetworkPolicy", "ExternalSecret");
        Tree container = object(chart, "Deployment").at("spec.template.spec.containers.0");
        assertThat(container.at("securityContext.readOnlyRootFilesystem").isTrue())
                .isTrue();
        assertThat(container.at("securityContext.capabilities.drop").texts()).containsExactly("ALL");
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
