package dev.slipway.workload;

import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.workload.Premises.Wants.wants;
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
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.WorkloadAssert;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import dev.slipway.workload.Premises.Obliging;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasksTest {
    private static final Synthesis RENDERED = rendered("SELECT 1;");

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

    private static EnvironmentAssert dev() {
        return assertThat(RENDERED).environment("dev");
    }

    private static WorkloadAssert task() {
        return dev().service("order-database");
    }

    private static String jobName(Synthesis rendered) {
        List<Manifest> jobs = rendered.manifests("dev", "Job");
        assertThat(jobs).hasSize(1);
        return jobs.get(0).name();
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
        String name = jobName(RENDERED);

        assertThat(name).matches("order-database-[0-9a-f]{8}");
        assertThat(jobName(rendered("SELECT 1;"))).isEqualTo(name);
        assertThat(jobName(rendered("SELECT 2;"))).isNotEqualTo(name);
    }

    @Test
    void isHardenedLikeAService() {
        Tree server = Shop.RENDERED.manifest("dev", "Deployment", "order").at("spec.template.spec");

        task().pod()
                .contains(Map.of("automountServiceAccountToken", false, "enableServiceLinks", false))
                .at("securityContext")
                .is(server.get("securityContext"));
        task().container().field("securityContext").is(server.at("containers.0.securityContext"));
    }

    @Test
    void runsItsCommandOnItsFiles() {
        task().container().field("command").hasItems("psql", "--file", "/etc/slipway/setup.sql");
        task().container()
                .field("volumeMounts")
                .is(ofYaml("[{ name: files, mountPath: /etc/slipway, readOnly: true }]"));
        task().pod().at("volumes").is(ofYaml("[{ name: files, configMap: { name: order-database.files } }]"));
        dev().manifest("ConfigMap", "order-database.files").hasField("data", ofYaml("{ setup.sql: 'SELECT 1;' }"));
    }

    @Test
    void hasAnIdentityAndSecretsOfItsOwn() {
        task().pod().at("serviceAccountName").is("order-database");
        dev().manifest("SecretStore", "order-database-secrets")
                .hasField(
                        "spec.provider.aws.role",
                        "arn:aws:iam::111122223333:role/shop.dev.order-database.secret-reader");
        task().container()
                .field("env")
                .is(
                        ofYaml(
                                "[{ name: PGPASSWORD, valueFrom: { secretKeyRef: { name: order-database, key: PGPASSWORD } } }]"));
        task().container().variable("PGPASSWORD").comesFromSecret("shop/dev/platform/master", "password");
        dev().manifests("ExternalSecret").areNamed("order-database");
    }

    @Test
    void reachesOnlyWhatItNeeds() {
        dev().manifest("NetworkPolicy", "order-database").hasField("spec", ofYaml("""
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
        task().manifest().hasField("spec.template.metadata.labels[app.kubernetes.io/name]", "order-database");
        dev().manifest("Service", "order")
                .field("spec.selector[app.kubernetes.io/name]")
                .isNot("order-database");
    }
}
