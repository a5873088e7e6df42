package dev.slipway.review.change;

import static dev.slipway.review.change.Snapshots.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObjectChangesTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: order}}
              template:
                metadata: {labels: {app: order}, annotations: {checksum/config: "1"}}
                spec:
                  containers:
                    - name: order
                      image: order:1
                      args: [--a, --b]
                      ports: [{containerPort: 8080}]
                      env:
                        - {name: A, value: "1"}
                        - {name: B, value: "2"}
                  tolerations: [{key: spot, operator: Exists}]
                  volumes: [{name: tmp, emptyDir: {}}]
            """;

    private static List<ObjectChange> changes(String before, String after) {
        return Changes.between(objects(before), objects(after)).objects();
    }

    private static ObjectChange only(List<ObjectChange> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static ObjectChange edited(String from, String to) {
        assertThat(DEPLOYMENT).contains(from);
        return only(changes(DEPLOYMENT, DEPLOYMENT.replace(from, to)));
    }

    @Nested
    class AnObject {
        @Test
        void thatStaysIsNoChange() {
            assertThat(changes(DEPLOYMENT, DEPLOYMENT)).isEmpty();
        }

        @Test
        void isAdded() {
            ObjectChange change = only(changes("", DEPLOYMENT));
            assertThat(change.change()).isEqualTo(Kind.ADDED);
            assertThat(change.restartsPods()).isFalse();
            assertThat(change).hasToString("Deployment order in prod");
            assertThat(change.namespace()).isEqualTo("shop");
        }

        @Test
        void isRemoved() {
            assertThat(only(changes(DEPLOYMENT, "")).change()).isEqualTo(Kind.REMOVED);
        }

        @Test
        void inAnotherNamespaceIsAnother() {
            assertThat(changes(DEPLOYMENT, DEPLOYMENT.replace("namespace: shop", "namespace: store")))
                    .extracting(ObjectChange::change)
                    .containsExactly(Kind.ADDED, Kind.REMOVED);
        }

        @Test
        void ofAnotherVersionOfItsGroupIsTheSame() {
            assertThat(edited("apps/v1", "apps/v2").fields())
                    .containsExactly(new FieldChange("apiVersion", Tree.of("apps/v1"), Tree.of("apps/v2")));
            assertThat(changes(DEPLOYMENT, DEPLOYMENT.replace("apps/v1", "example.com/v1")))
                    .hasSize(2);
        }
    }

    @Nested
    class Fields {
        private static final String CONTAINER = "spec.template.spec.containers[order].";

        @Test
        void areMatchedByTheMergeKeysOfTheirLists() {
            assertThat(edited("value: \"2\"", "value: \"3\"").fields())
                    .containsExactly(new FieldChange(CONTAINER + "env[B].value", Tree.of("2"), Tree.of("3")));
            assertThat(edited("containerPort: 8080", "containerPort: 8080, hostPort: 1")
                            .fields())
                    .extracting(FieldChange::path)
                    .containsExactly(CONTAINER + "ports[8080].hostPort");
            assertThat(edited("operator: Exists", "operator: Equal").fields())
                    .extracting(FieldChange::path)
                    .containsExactly("spec.template.spec.tolerations[spot].operator");
            assertThat(edited("{name: tmp, emptyDir: {}}", "{name: new, emptyDir: {}}")
                            .fields())
                    .extracting(FieldChange::path)
                    .containsExactly("spec.template.spec.volumes[new]", "spec.template.spec.volumes[tmp]");
        }

        @Test
        void addedAmongOthersAreOneChange() {
            assertThat(edited(
                                    "- {name: A, value: \"1\"}",
                                    "- {name: Z, value: \"0\"}\n            - {name: A, value: \"1\"}")
                            .fields())
                    .extracting(FieldChange::path, FieldChange::before)
                    .containsExactly(tuple(CONTAINER + "env[Z]", Tree.NOTHING));
        }

        @Test
        void inAnotherOrderAreAChangeOfTheOrder() {
            String swapped = DEPLOYMENT
                    .replace("{name: A, value: \"1\"}", "{name: X}")
                    .replace("{name: B, value: \"2\"}", "{name: A, value: \"1\"}")
                    .replace("{name: X}", "{name: B, value: \"2\"}");
            ObjectChange change = only(changes(DEPLOYMENT, swapped));
            assertThat(change.fields())
                    .containsExactly(
                            new FieldChange(CONTAINER + "env", Tree.of(List.of("A", "B")), Tree.of(List.of("B", "A"))));
            assertThat(change.restartsPods()).isTrue();
        }

        @Test
        void withoutAKeyAreMatchedByWhatTheyAre() {
            assertThat(edited("[--a, --b]", "[--new, --a, --b]").fields())
                    .containsExactly(new FieldChange(CONTAINER + "args[0]", Tree.NOTHING, Tree.of("--new")));
            assertThat(edited("[--a, --b]", "[--b]").fields())
                    .containsExactly(new FieldChange(CONTAINER + "args[0]", Tree.of("--a"), Tree.NOTHING));
            assertThat(edited("[--a, --b]", "[--a, --c]").fields())
                    .containsExactly(new FieldChange(CONTAINER + "args[1]", Tree.of("--b"), Tree.of("--c")));
        }

        @Test
        void withDotsInTheirNameStandInBrackets() {
            String labelled = DEPLOYMENT.replace(
                    "{name: order, namespace", "{labels: {example.com/a: b}, name: order, namespace");
            String other = labelled.replace("example.com/a: b", "example.com/a: c");
            assertThat(only(changes(labelled, other)).fields())
                    .extracting(FieldChange::path)
                    .containsExactly("metadata.labels[example.com/a]");
        }

        @Test
        void ofAutoscalersAreMatchedByTheirMetric() {
            String scaler = """
                    apiVersion: autoscaling/v2
                    kind: HorizontalPodAutoscaler
                    metadata: {name: order, namespace: shop}
                    spec:
                      metrics:
                        - {type: Resource, resource: {name: cpu, target: {averageUtilization: 70}}}
                        - {type: Pods, pods: {metric: {name: lag}, target: {averageValue: 5}}}
                    """;
            assertThat(only(changes(scaler, scaler.replace("averageValue: 5", "averageValue: 6")))
                            .fields())
                    .extracting(FieldChange::path)
                    .containsExactly("spec.metrics[Pods/lag].pods.target.averageValue");
        }
    }

    @Nested
    class Pods {
        @Test
        void restartForEverythingInTheirTemplate() {
            assertThat(edited("checksum/config: \"1\"", "checksum/config: \"2\"")
                            .restartsPods())
                    .isTrue();
            assertThat(edited("order:1", "order:2").restartsPods()).isTrue();
        }

        @Test
        void stayForEverythingElse() {
            assertThat(edited("replicas: 2", "replicas: 3").restartsPods()).isFalse();
            assertThat(edited("{name: order, namespace", "{labels: {a: b}, name: order, namespace")
                            .restartsPods())
                    .isFalse();
            assertThat(edited("kind: Deployment", "kind: Deployment\nstatus: {a: b}")
                            .restartsPods())
                    .isFalse();
        }

        @Test
        void stayWhereTheyAreReplacedByHand() {
            String set = DEPLOYMENT
                    .replace("kind: Deployment", "kind: StatefulSet")
                    .replace("replicas: 2", "updateStrategy: {type: OnDelete}");
            assertThat(only(changes(set, set.replace("order:1", "order:2"))).restartsPods())
                    .isFalse();
            String rolling = set.replace("OnDelete", "RollingUpdate");
            assertThat(only(changes(rolling, rolling.replace("order:1", "order:2")))
                            .restartsPods())
                    .isTrue();
        }
    }

    @Test
    void saysWhatTheApiServerWouldRefuse() {
        assertThat(edited("matchLabels: {app: order}", "matchLabels: {app: orders}")
                        .immutable())
                .extracting(Finding::rule, Finding::field)
                .containsExactly(tuple("kubernetes/immutable", "spec.selector"));
        assertThat(edited("replicas: 2", "replicas: 3").immutable()).isEmpty();
    }
}
