package dev.slipway.workload;

import static dev.slipway.plan.binding.ConfigFile.in;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.workload.Premises.Wants.wants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import dev.slipway.workload.Premises.Obliging;
import org.junit.jupiter.api.Test;

class FilesTest {
    private static final ConfigFile RDS = in("/etc/slipway/rds", "ca.pem", "one\ntwo\n", "postgres");
    private static final ConfigFile KAFKA = in("/etc/slipway/kafka", "ca.pem", "three\n", "streaming");
    private static final ConfigFile KEYS = in("/etc/slipway/kafka", "keys.json", "{}", "streaming");
    private static final Synthesis RENDERED = rendered(RDS);

    private static EnvironmentAssert dev() {
        return assertThat(RENDERED).environment("dev");
    }

    private static Synthesis rendered(ConfigFile first) {
        Service order = Service.java("order").needs(wants(Binding.ofFiles(first)), wants(Binding.ofFiles(KEYS, KAFKA)));
        Service report = Service.go("report").scheduled("0 3 * * *").needs(wants(Binding.ofFiles(KEYS)));
        return Slipway.render(Premises.plan(Platform.named("shop")
                .services(order, report, Service.go("stock"))
                .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS))
                .with(AnyNetwork.THREE_ZONES, Obliging.PROVIDER)));
    }

    @Test
    void standInOneConfigMapByTheirPath() {
        dev().manifest("ConfigMap", "order.files").hasField("data", ofYaml("""
                                etc.slipway.kafka.ca.pem: "three\\n"
                                etc.slipway.kafka.keys.json: "{}"
                                etc.slipway.rds.ca.pem: "one\\ntwo\\n"
                                """));
    }

    @Test
    void areFoundInTheirFoldersAndCannotBeWritten() {
        dev().service("order").container().field("volumeMounts").is(ofYaml("""
                - { name: tmp, mountPath: /tmp }
                - { name: files, mountPath: /etc/slipway/kafka, subPath: etc/slipway/kafka, readOnly: true }
                - { name: files, mountPath: /etc/slipway/rds, subPath: etc/slipway/rds, readOnly: true }
                """));
        dev().service("order").pod().at("volumes.1").is(ofYaml("""
                name: files
                configMap:
                  name: order.files
                  items:
                  - { key: etc.slipway.kafka.ca.pem, path: etc/slipway/kafka/ca.pem }
                  - { key: etc.slipway.kafka.keys.json, path: etc/slipway/kafka/keys.json }
                  - { key: etc.slipway.rds.ca.pem, path: etc/slipway/rds/ca.pem }
                """));
    }

    @Test
    void areThereForJobsToo() {
        dev().service("report").pod().at("volumes.1.configMap.name").is("report.files");
    }

    @Test
    void restartThePodsExactlyWhenTheyChange() {
        String hash = hash(RENDERED);

        assertThat(hash).hasSize(64);
        assertThat(hash(rendered(in("/etc/slipway/rds", "ca.pem", "one\ntwo\n", "mysql"))))
                .isEqualTo(hash);
        assertThat(hash(rendered(in("/etc/slipway/rds", "ca.pem", "one\n", "postgres"))))
                .isNotEqualTo(hash);
        assertThat(hash(rendered(in("/etc/slipway/rds", "ca2.pem", "one\ntwo\n", "postgres"))))
                .isNotEqualTo(hash);
    }

    @Test
    void leaveNoTraceWhereThereAreNone() {
        dev().hasManifest("ConfigMap", "stock").doesNotHaveManifest("ConfigMap", "stock.files");
        dev().manifest("Deployment", "stock")
                .hasField("spec.template.metadata.annotations[slipway.dev/configuration]")
                .field("spec.template.metadata.annotations")
                .hasSize(1);
    }

    private static String hash(Synthesis synthesis) {
        return synthesis
                .manifest("dev", "Deployment", "order")
                .at("spec.template.metadata.annotations[slipway.dev/files]")
                .text();
    }
}
