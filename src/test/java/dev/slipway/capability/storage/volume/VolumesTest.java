package dev.slipway.capability.storage.volume;

import static dev.slipway.capability.storage.volume.PersistentVolumes.persistentVolumes;
import static dev.slipway.capability.storage.volume.Volume.volume;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.Test;

class VolumesTest {
    private static final Synthesis RENDERED = Sample.with(
                    MEDIUM, autoscale(2, 5), persistentVolumes().storageClass("io2"))
            .services(Service.go("index").needs(volume("/var/lib/index", 20), volume("/files", 1)), Service.go("order"))
            .render();
    private static final Manifest INDEX = RENDERED.manifest("dev", "StatefulSet", "index");

    @Test
    void belongToTheReplicasOfAStatefulSet() {
        assertThat(INDEX.at("spec.serviceName").text()).isEqualTo("index");
        assertThat(INDEX.at("spec.replicas").number()).contains(2L);
        assertThat(INDEX.at("spec.podManagementPolicy").text()).isEqualTo("Parallel");
        assertThat(INDEX.at("spec.volumeClaimTemplates.0.metadata")).isEqualTo(yaml("{ name: disk-var-lib-index }"));
        assertThat(INDEX.at("spec.volumeClaimTemplates.0.spec")).isEqualTo(yaml("""
                accessModes: [ReadWriteOnce]
                resources: { requests: { storage: 20Gi } }
                storageClassName: io2
                """));
        assertThat(RENDERED.manifests("dev", "Deployment"))
                .extracting(Manifest::name)
                .containsExactly("order");
    }

    @Test
    void areFoundWhereTheyAreDeclared() {
        assertThat(INDEX.at("spec.template.spec.containers.0.volumeMounts")).isEqualTo(yaml("""
                - { name: tmp, mountPath: /tmp }
                - { name: disk-var-lib-index, mountPath: /var/lib/index }
                - { name: disk-files, mountPath: /files }
                """));
        assertThat(INDEX.at("spec.template.spec.securityContext.fsGroup").number())
                .contains(65_532L);
    }

    @Test
    void areKeptInProductionWhenTheServiceIsGone() {
        assertThat(INDEX.at("spec.persistentVolumeClaimRetentionPolicy"))
                .isEqualTo(yaml("{ whenDeleted: Delete, whenScaled: Retain }"));
        assertThat(RENDERED.manifest("prod", "StatefulSet", "index").at("spec.persistentVolumeClaimRetentionPolicy"))
                .isEqualTo(yaml("{ whenDeleted: Retain, whenScaled: Retain }"));
    }

    @Test
    void keepAReplicaFromBeingScaledAway() {
        assertThat(RENDERED.manifests("dev", "HorizontalPodAutoscaler"))
                .extracting(Manifest::name)
                .containsExactly("order");
        assertThat(RENDERED.manifests("dev", "PodDisruptionBudget"))
                .extracting(Manifest::name)
                .contains("index");
    }

    @Test
    void areSpreadByTheirOwnRevision() {
        assertThat(INDEX.at("spec.template.spec.topologySpreadConstraints.0.matchLabelKeys")
                        .texts())
                .containsExactly("controller-revision-hash");
    }
}
