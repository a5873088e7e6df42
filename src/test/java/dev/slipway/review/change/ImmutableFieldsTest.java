package dev.slipway.review.change;

import static dev.slipway.review.change.Snapshots.objects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImmutableFieldsTest {
    private static String object(String kind, String spec) {
        return "{apiVersion: v1, kind: %s, metadata: {name: x}, %s}".formatted(kind, spec);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Secret | type: a | type: b | type",
                "Service | spec: {clusterIP: None} | spec: {type: ClusterIP} | spec.clusterIP",
                "ResourceQuota | spec: {scopes: [a]} | spec: {scopes: [b]} | spec.scopes",
                "CustomResourceDefinition | spec: {scope: Cluster} | spec: {scope: Namespaced} | spec.scope",
                "PersistentVolumeClaim | spec: {volumeMode: Block} | spec: {volumeMode: Filesystem} | spec.volumeMode",
                "StatefulSet | spec: {serviceName: a} | spec: {serviceName: b} | spec.serviceName",
                "ConfigMap | immutable: true, data: {a: 1} | immutable: true, data: {a: 2} | data",
                "ConfigMap | immutable: true | data: {} | immutable",
            })
    void areRefused(String kind, String before, String after, String field) {
        assertThat(ImmutableFields.changed(objects(object(kind, before)), objects(object(kind, after))))
                .extracting(Finding::field)
                .contains(field);
    }

    @Test
    void areNotTheOthers() {
        assertThat(ImmutableFields.changed(
                        objects(object("ConfigMap", "data: {a: 1}")), objects(object("ConfigMap", "data: {a: 2}"))))
                .isEmpty();
        assertThat(ImmutableFields.changed(
                        objects(object("Service", "spec: {clusterIP: None, type: a}")),
                        objects(object("Service", "spec: {clusterIP: None, type: b}"))))
                .isEmpty();
    }
}
