package dev.slipway.workload;

import static dev.slipway.plan.binding.ConfigFile.in;
import static dev.slipway.workload.Premises.Wants.wants;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import dev.slipway.workload.Premises.Obliging;
import org.junit.jupiter.api.Test;

class FilesTest {
    private static final ConfigFile RDS = in("/etc/slipway/rds", "ca.pem", "one\ntwo\n", "postgres");
    private static final ConfigFile KAFKA = in("/etc/slipway/kafka", "ca.pem", "three\n", "streaming");
    private static final ConfigFile KEYS = in("/etc/slipway/kafka", "keys.json", "{}", "streaming");
    private static final Synthesis RENDERED = rendered(RDS);
    private static final Tree POD =
            RENDERED.manifest("dev", "Deployment", "order").at("spec.template");

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
        assertThat(RENDERED.manifest("dev", "ConfigMap", "order.files").at("data"))
                .isEqualTo(yaml("""
                                etc.slipway.kafka.ca.pem: "three\\n"
                                etc.slipway.kafka.keys.json: "{}"
                                etc.slipway.rds.ca.pem: "one\\ntwo\\n"
                                """));
    }

    @Test
    void areFoundInTheirFoldersAndCannotBeWritten() {
        assertThat(POD.at("spec.containers.0.volumeMounts")).isEqualTo(yaml("""
                - { name: tmp, mountPath: /tmp }
                - { name: files, mountPath: /etc/slipway/kafka, subPath: etc/slipway/kafka, readOnly: true }
                - { name: files, mountPath: /etc/slipway/rds, subPath: etc/slipway/rds, readOnly: true }
                """));
        assertThat(POD.at("spec.volumes.1")).isEqualTo(yaml("""
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
        assertThat(RENDERED.manifest("dev", "CronJob", "report")
                        .at("spec.jobTemplate.spec.template.spec.volumes.1.configMap.name")
                        .text())
                .isEqualTo("report.files");
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
        assertThat(RENDERED.manifests("dev", "ConfigMap"))
                .extracting(Manifest::name)
                .contains("stock")
                .doesNotContain("stock.files");
        assertThat(RENDERED.manifest("dev", "Deployment", "stock")
                        .at("spec.template.metadata.annotations")
                        .fields())
                .containsOnlyKeys("slipway.dev/configuration");
    }

    private static String hash(Synthesis synthesis) {
        return synthesis
                .manifest("dev", "Deployment", "order")
                .at("spec.template.metadata.annotations")
                .get("slipway.dev/files")
                .text();
    }
}
