package dev.slipway.capability.storage.volume;

import static dev.slipway.capability.storage.volume.PersistentVolumes.persistentVolumes;
import static dev.slipway.capability.storage.volume.Volume.volume;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ManifestAssert;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumesTest {
    private static final Synthesis RENDERED = Sample.with(
                    MEDIUM, autoscale(2, 5), persistentVolumes().storageClass("io2"))
            .services(Service.go("index").needs(volume("/var/lib/index", 20), volume("/files", 1)), Service.go("order"))
            .render();

    private static ManifestAssert index(String environment) {
        return assertThat(RENDERED).environment(environment).manifest("StatefulSet", "index");
    }

    @Test
    void belongToTheReplicasOfAStatefulSet() {
        index("dev")
                .hasField("spec.serviceName", "index")
                .hasField("spec.podManagementPolicy", "Parallel")
                .hasField("spec.volumeClaimTemplates.0.metadata", Map.of("name", "disk-var-lib-index"))
                .hasField("spec.volumeClaimTemplates.0.spec", ofYaml("""
                        accessModes: [ReadWriteOnce]
                        resources: { requests: { storage: 20Gi } }
                        storageClassName: io2
                        """));
        assertThat(RENDERED).environment("dev").service("index").hasReplicas(2);
        assertThat(RENDERED).environment("dev").manifests("Deployment").areNamed("order");
    }

    @Test
    void areFoundWhereTheyAreDeclared() {
        index("dev")
                .hasField("spec.template.spec.securityContext.fsGroup", 65_532)
                .hasField("spec.template.spec.containers.0.volumeMounts", ofYaml("""
                        - { name: tmp, mountPath: /tmp }
                        - { name: disk-var-lib-index, mountPath: /var/lib/index }
                        - { name: disk-files, mountPath: /files }
                        """));
    }

    @Test
    void areKeptInProductionWhenTheServiceIsGone() {
        String policy = "spec.persistentVolumeClaimRetentionPolicy";

        index("dev").hasField(policy, Map.of("whenDeleted", "Delete", "whenScaled", "Retain"));
        index("prod").hasField(policy, Map.of("whenDeleted", "Retain", "whenScaled", "Retain"));
    }

    @Test
    void keepAReplicaFromBeingScaledAway() {
        assertThat(RENDERED)
                .environment("dev")
                .hasManifest("PodDisruptionBudget", "index")
                .manifests("HorizontalPodAutoscaler")
                .areNamed("order");
    }

    @Test
    void areSpreadByTheirOwnRevision() {
        index("dev")
                .field("spec.template.spec.topologySpreadConstraints.0.matchLabelKeys")
                .hasItems("controller-revision-hash");
    }
}
