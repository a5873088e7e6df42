package dev.slipway.review.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownFieldsTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order, labels: {anything.goes/here: yes}}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: order
                      image: order:1
                      ports: [{containerPort: 8080}]
                      resources: {limits: {memory: 1Gi, example.com/gpu: 1}}
                      livenessProbe: {httpGet: {path: /live, port: http}}
            """;

    private static List<String> findings(String manifest) {
        return Synthesis.builder().manifests("prod", "a.yaml", manifest).build().manifests("prod").stream()
                .flatMap(object -> UnknownFields.findings(object).stream())
                .map(Finding::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas: 2 | replica: 2 | spec.replica must be a field of DeploymentSpec in Kubernetes 1.34, which has replicas,",
                "image: order:1 | imag: order:1 | containers.0.imag must be a field of Container in Kubernetes 1.34, which has image,",
                "{path: /live, | {pth: /live, | livenessProbe.httpGet.pth must be a field of HttpGetAction in Kubernetes 1.34, which has path,",
                "spec: | sepc: | sepc must be a field of Deployment in Kubernetes 1.34, which has spec,",
                "[{containerPort: 8080}] | {containerPort: 8080} | containers.0.ports must be a list of ContainerPort.",
                "{path: /live, port: http} | [8080] | livenessProbe.httpGet must be an object of HttpGetAction.",
                "{anything.goes/here: yes} | [anything] | metadata.labels must be an object."
            })
    void nameTheFieldAndWhatItsTypeHas(String right, String wrong, String expected) {
        assertThat(findings(DEPLOYMENT)).isEmpty();
        assertThat(findings(DEPLOYMENT.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .first()
                .asString()
                .startsWith("Deployment order in prod/a.yaml: ")
                .contains(expected);
    }

    @Test
    void knowObjectsWithinObjects() {
        assertThat(findings("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: kafka}
                spec:
                  volumeClaimTemplates:
                    - apiVersion: v1
                      kind: PersistentVolumeClaim
                      metadata: {name: data}
                      spec: {storageClas: gp3}
                """))
                .singleElement()
                .asString()
                .contains("spec.volumeClaimTemplates.0.spec.storageClas must be");
    }

    @Test
    void leaveKindsOfOthersAlone() {
        assertThat(findings("{apiVersion: acme.com/v1, kind: Deployment, metadata: {name: a}, specs: {x: 1}}"))
                .isEmpty();
    }

    /** What a map has for keys is everybody's own. */
    private static final Set<String> MAPS = new TreeSet<>(List.of(
            "annotations",
            "binaryData",
            "data",
            "default",
            "defaultRequest",
            "hard",
            "labels",
            "limits",
            "matchLabels",
            "max",
            "min",
            "nodeSelector",
            "parameters",
            "requests",
            "selector"));

    @Test
    void findEveryMisspeltFieldOfTheDefaultPlatform() {
        Synthesis ordering = Rendered.blueprints().get("OrderingPlatform");
        List<String> unfound = new ArrayList<>();
        int misspelt = 0;
        for (Manifest object : ordering.manifests("prod")) {
            if (KindFields.load()
                    .type(object.at("apiVersion").text(), object.kind())
                    .isPresent()) {
                for (Map.Entry<String, Tree> each : misspelt(object.tree(), "").entrySet()) {
                    misspelt++;
                    if (UnknownFields.findings(new Manifest("prod", "a.yaml", each.getValue()))
                            .isEmpty()) {
                        unfound.add(object + " " + each.getKey());
                    }
                }
            }
        }

        assertThat(unfound).isEmpty();
        assertThat(misspelt).isGreaterThan(1000);
    }

    /** A tree for each of its fields, in which that field has a letter more. */
    private static Map<String, Tree> misspelt(Tree tree, String name) {
        Map<String, Tree> all = new LinkedHashMap<>();
        tree.fields().forEach((field, value) -> {
            if (!MAPS.contains(name) && !List.of("apiVersion", "kind").contains(field)) {
                Map<String, Tree> renamed = new LinkedHashMap<>(tree.fields());
                renamed.remove(field);
                renamed.put(field + "x", value);
                all.put(field, Tree.of(renamed));
            }
            misspelt(value, field).forEach((below, changed) -> {
                Map<String, Tree> copy = new LinkedHashMap<>(tree.fields());
                copy.put(field, changed);
                all.put(field + "." + below, Tree.of(copy));
            });
        });
        for (int i = 0; i < tree.items().size(); i++) {
            int index = i;
            misspelt(tree.items().get(i), "").forEach((below, changed) -> {
                List<Tree> copy = new ArrayList<>(tree.items());
                copy.set(index, changed);
                all.put(index + "." + below, Tree.of(copy));
            });
        }
        return all;
    }
}
