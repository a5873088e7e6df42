package dev.slipway.workload;

import static dev.slipway.workload.Premises.Wants.wants;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import dev.slipway.workload.Premises.Obliging;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasksTest {
    private static final Synthesis RENDERED = rendered("SELECT 1;");
    private static final Manifest JOB = job(RENDERED);
    private static final Tree POD = JOB.at("spec.template.spec");

    private static Synthesis rendered(String script) {
        Task task = new Task(
                "order-database",
                "docker.io/library/postgres:18.1",
                List.of("psql", "--file", Task.FILES + "/setup.sql"),
                Map.of("setup.sql", script),
                List.of(
                        Variable.plain("PGPORT", "5432", "postgres"),
                        Variable.fromSecret("PGPASSWORD", "shop/dev/platform/master", "password", "postgres")),
                List.of(),
                List.of(NetworkEdge.out(
                        new Peer.OfSubnets(Tier.ISOLATED), 5432, "postgres", Origin.of("TasksTest.java", 1))),
                "postgres");
        Binding becomes = new Binding(List.of(), List.of(), List.of(), List.of(task));
        return Slipway.render(Premises.plan(Platform.named("shop")
                .services(Service.java("order").needs(wants(becomes)))
                .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS))
                .with(AnyNetwork.THREE_ZONES, Obliging.PROVIDER)));
    }

    private static Manifest job(Synthesis rendered) {
        List<Manifest> jobs = rendered.manifests("dev", "Job");
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    @Test
    void standsWithItsServiceAndComesBeforeIt() {
        assertThat(RENDERED.manifests("dev"))
                .filteredOn(manifest -> manifest.file().equals("order"))
                .extracting(Manifest::kind)
                .containsSubsequence("Job", "Deployment");
    }

    @Test
    void runsAgainWhenItsFilesChangeAndOnlyThen() {
        assertThat(JOB.name()).matches("order-database-[0-9a-f]{8}");
        assertThat(job(rendered("SELECT 1;")).name()).isEqualTo(JOB.name());
        assertThat(job(rendered("SELECT 2;")).name()).isNotEqualTo(JOB.name());
    }

    @Test
    void isHardenedLikeAService() {
        Tree server = Shop.RENDERED.manifest("dev", "Deployment", "order").at("spec.template.spec");

        assertThat(POD.get("securityContext")).isEqualTo(server.get("securityContext"));
        assertThat(POD.at("containers.0.securityContext")).isEqualTo(server.at("containers.0.securityContext"));
        assertThat(POD.get("automountServiceAccountToken").text()).isEqualTo("false");
        assertThat(POD.get("enableServiceLinks").text()).isEqualTo("false");
    }

    @Test
    void runsItsCommandOnItsFiles() {
        assertThat(POD.at("containers.0.command").texts()).containsExactly("psql", "--file", "/etc/slipway/setup.sql");
        assertThat(POD.at("containers.0.volumeMounts"))
                .isEqualTo(yaml("[{ name: files, mountPath: /etc/slipway, readOnly: true }]"));
        assertThat(POD.get("volumes")).isEqualTo(yaml("[{ name: files, configMap: { name: order-database.files } }]"));
        assertThat(RENDERED.manifest("dev", "ConfigMap", "order-database.files").at("data"))
                .isEqualTo(yaml("{ setup.sql: 'SELECT 1;' }"));
    }

    @Test
    void hasAnIdentityAndSecretsOfItsOwn() {
        assertThat(POD.get("serviceAccountName").text()).isEqualTo("order-database");
        assertThat(RENDERED.manifest("dev", "SecretStore", "order-database-secrets")
                        .at("spec.provider.aws.role")
                        .text())
                .isEqualTo("arn:aws:iam::111122223333:role/shop.dev.order-database.secret-reader");
        assertThat(POD.at("containers.0.env"))
                .isEqualTo(
                        yaml(
                                "[{ name: PGPASSWORD, valueFrom: { secretKeyRef: { name: order-database, key: PGPASSWORD } } }]"));
        assertThat(RENDERED.manifests("dev", "ExternalSecret"))
                .extracting(Manifest::name)
                .containsExactly("order-database");
    }

    @Test
    void reachesOnlyWhatItNeeds() {
        assertThat(RENDERED.manifest("dev", "NetworkPolicy", "order-database").at("spec"))
                .isEqualTo(yaml("""
                                podSelector:
                                  matchLabels:
                                    app.kubernetes.io/name: order-database
                                    app.kubernetes.io/part-of: shop
                                policyTypes: [Ingress, Egress]
                                ingress: []
                                egress:
                                - to: [{ ipBlock: { cidr: 172.20.0.10/32 } }]
                                  ports: [{ port: 53, protocol: TCP }, { port: 53, protocol: UDP }]
                                - to:
                                  - ipBlock: { cidr: 10.2.0.0/24 }
                                  - ipBlock: { cidr: 10.2.1.0/24 }
                                  - ipBlock: { cidr: 10.2.2.0/24 }
                                  ports: [{ port: 5432, protocol: TCP }]
                                """));
    }

    @Test
    void itsPodsAreNotTakenForThoseOfTheService() {
        Tree selector = RENDERED.manifest("dev", "Service", "order").at("spec.selector");
        Tree labels = JOB.at("spec.template.metadata.labels");

        assertThat(labels.get("app.kubernetes.io/name"))
                .isEqualTo(Tree.of("order-database"))
                .isNotEqualTo(selector.get("app.kubernetes.io/name"));
    }
}
