package dev.slipway.review.across;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.rule.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Faults in more than one place, and rules that go by more than what was rendered. */
class AcrossInSeveralPlacesTest {
    private static final Synthesis ORDERING = Rendered.blueprints().get("OrderingPlatform");

    private static Planted prod() {
        return new Planted(ORDERING, "prod");
    }

    @Test
    void needsTheChartOfAKind() {
        assertThat(prod().without("prod", "external-secrets").findings("kubernetes/served"))
                .contains(
                        "error ExternalSecret order in prod/order.k8s.yaml: apiVersion (external-secrets.io/v1) must be served in the cluster of environment prod: by external-secrets.");
        assertThat(prod().without("prod", "reloader").findings("kubernetes/served"))
                .contains(
                        "error Deployment order in prod/order.k8s.yaml: metadata.annotations (secret.reloader.stakater.com/reload) must be heeded in the cluster of environment prod: by reloader.");
        assertThat(prod().findings("kubernetes/served")).isEmpty();
    }

    @Test
    void looksAheadToTheNextVersion() {
        Planted planted = prod().edit("prod StorageClass gp3", "/apiVersion", "\"storage.k8s.io/v1beta1\"")
                .edit("prod StorageClass gp3", "/kind", "\"VolumeAttributesClass\"");
        assertThat(planted.findings("kubernetes/api-version"))
                .containsExactly(
                        "warning VolumeAttributesClass gp3 in prod/platform.k8s.yaml: apiVersion (storage.k8s.io/v1beta1) must be storage.k8s.io/v1 before the cluster is upgraded: Kubernetes 1.37 takes it away.");
        Planted older = planted.edit("prod/cluster ClusterEB", "/Properties/Version", "\"1.35\"");
        assertThat(older.findings("kubernetes/api-version")).isEmpty();
    }

    @Test
    void looksBackToWhatTheClusterIsTooOldFor() {
        Planted planted = prod().edit("prod StorageClass gp3", "/kind", "\"VolumeAttributesClass\"")
                .edit("prod/cluster ClusterEB", "/Properties/Version", "\"1.33\"");
        assertThat(planted.findings("kubernetes/api-version"))
                .containsExactly(
                        "error VolumeAttributesClass gp3 in prod/platform.k8s.yaml: apiVersion (storage.k8s.io/v1) must be one that the cluster serves: it has Kubernetes 1.33, and needs 1.34.");
    }

    @Test
    void needsANodeThatIsLargeEnough() {
        String nodes = "{\"Type\": \"AWS::EKS::Nodegroup\", \"Properties\": {\"InstanceTypes\": [\"%s\"]}}";
        Planted large = prod().edit(
                        "prod Deployment order", "/spec/template/spec/containers/0/resources/requests/cpu", "\"4\"");
        assertThat(large.edit("prod/cluster *", "/Resources/Nodes", nodes.formatted("m7g.xlarge"))
                        .findings("cluster/capacity"))
                .contains(
                        "error Deployment order in prod/order.k8s.yaml: spec.template.spec asks for cpu (4) that a node must have; the largest is m7g.xlarge with 4 cores and 16 GiB.");
        assertThat(large.edit("prod/cluster *", "/Resources/Nodes", nodes.formatted("m7g.2xlarge"))
                        .findings("cluster/capacity"))
                .noneMatch(text -> text.contains("a node must have"));
    }

    @Nested
    class OfAVersion {
        private List<String> on(String day, String version) {
            return prod().edit("prod/cluster ClusterEB", "/Properties/Version", "\"%s\"".formatted(version))
                    .findings(Rules.all().on(LocalDate.parse(day)), "cluster/version-support");
        }

        @Test
        void saysWhenSupportEnds() {
            String cluster = "AWS::EKS::Cluster ClusterEB0386A7 in prod/cluster: Properties.Version ";
            assertThat(on("2026-11-21", "1.34"))
                    .containsExactly(
                            "warning " + cluster
                                    + "(1.34) must be upgraded by 2026-12-02, in 11 days; then it costs 0.60 USD an hour instead of 0.10.");
            assertThat(on("2026-12-03", "1.34"))
                    .containsExactly(
                            "warning " + cluster
                                    + "(1.34) must be upgraded: it costs 0.60 USD an hour instead of 0.10 since 2026-12-02, until AWS upgrades it after 2027-12-02.");
            assertThat(on("2027-12-03", "1.34"))
                    .containsExactly("error " + cluster
                            + "(1.34) must be a version that AWS supports; it did so until 2027-12-02.");
            assertThat(on("2026-10-02", "1.34")).isEmpty();
        }

        @Test
        void saysNothingWithoutADay() {
            assertThat(prod().edit("prod/cluster ClusterEB", "/Properties/Version", "\"1.31\"")
                            .findings("cluster/version-support"))
                    .isEmpty();
        }
    }

    @Nested
    class OfAContract {
        private List<String> found(Planted planted) throws IOException {
            Tree contract = Tree.of(new com.fasterxml.jackson.databind.ObjectMapper()
                    .readValue(Path.of("services/contract/order.json").toFile(), Map.class));
            return planted.findings(Rules.all().contracts(List.of(contract)), "service/contract");
        }

        private Planted all() {
            return new Planted(ORDERING, "dev", "staging", "prod", "local");
        }

        @Test
        void isWhatPodsAreGiven() throws IOException {
            assertThat(found(all())).isEmpty();
            assertThat(found(all().edit("prod ConfigMap order", "/data/DATABASE_NAME", "")))
                    .containsExactly(
                            "error Deployment order in prod/order.k8s.yaml: spec.template.spec must set variable DATABASE_NAME, which service order reads.");
            assertThat(found(all().edit("prod ConfigMap order", "/data/DATABASE_NAME", "\"orders\"")))
                    .containsExactly(
                            "error Deployment order in prod/order.k8s.yaml: spec.template.spec sets variable DATABASE_NAME (orders), which must be one of order.");
            assertThat(found(all().edit("prod ConfigMap order", "/data/DATABASE_SCHEMA", "\"public\"")))
                    .containsExactly(
                            "warning Deployment order in prod/order.k8s.yaml: spec.template.spec sets variable DATABASE_SCHEMA, which service order must read.");
        }

        @Test
        void isWhereServicesAnswer() throws IOException {
            assertThat(found(all().edit(
                                    "prod Deployment order",
                                    "/spec/template/spec/containers/0/readinessProbe/httpGet/path",
                                    "\"/ready\"")))
                    .containsExactly(
                            "error Deployment order in prod/order.k8s.yaml: spec.template.spec.containers.0.readinessProbe.httpGet.path (/ready) must be where service order answers (/actuator/health/readiness).");
            assertThat(found(all().edit("prod Ingress order", "/spec/rules/0/http/paths/0/path", "\"/orders\"")))
                    .containsExactly(
                            "error Deployment order in prod/order.k8s.yaml: spec.template.spec must have a route for (/api/orders), where service order answers.");
        }
    }
}
