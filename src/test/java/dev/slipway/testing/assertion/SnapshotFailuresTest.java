package dev.slipway.testing.assertion;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SnapshotFailuresTest {
    private static EnvironmentAssert prod() {
        return assertThat(Shop.SYNTHESIS).environment("prod");
    }

    @Nested
    class OfWhatIsMissing {
        @Test
        void saysWhereTheNearestIsDeclared() {
            failsWith("""
                    Expecting environment prod to have
                      Deployment ordr
                    but of this kind there is
                      order, payment
                    Did you mean order, declared at Services.java:15?
                    """, () -> prod().manifest("Deployment", "ordr"));
        }

        @Test
        void saysWhereTheEnvironmentIsDeclaredWhereNothingIsNear() {
            failsWith("""
                    Expecting environment prod to have
                      StatefulSet order
                    but of this kind there is
                      nothing
                    Declared at Environments.java:3
                    """, () -> prod().manifest("StatefulSet", "order"));
        }

        @Test
        void namesEnvironments() {
            failsWith("""
                    Expecting the synthesis to have
                      environment prd
                    but of this kind there is
                      prod
                    Did you mean prod, declared at Environments.java:3?
                    """, () -> assertThat(Shop.SYNTHESIS).environment("prd"));
        }

        @Test
        void namesStacksFilesAndResources() {
            failsWith("""
                    Expecting the synthesis to have
                      stack prod/steaming
                    but of this kind there is
                      prod/streaming
                    Did you mean prod/streaming?
                    """, () -> assertThat(Shop.SYNTHESIS).stack("prod/steaming"));
            failsWith("""
                    Expecting environment prod to have
                      stack steaming
                    but of this kind there is
                      streaming
                    Did you mean streaming?
                    """, () -> prod().stack("steaming"));
            failsWith("""
                    Expecting the synthesis to have
                      file dist/prod/orders.k8s.yaml
                    but of this kind there is
                      cdk.out/manifest.json, cdk.out/shop.template.json, dist/prod/order.k8s.yaml
                    Did you mean dist/prod/order.k8s.yaml?
                    """, () -> assertThat(Shop.SYNTHESIS).hasFile("dist/prod/orders.k8s.yaml"));
            failsWith("""
                    Expecting AWS::MSK::Topic of environment prod to have
                      a resource named order.place
                    but of this kind there is
                      order.paid, order.placed
                    Did you mean order.placed, declared at Topics.java:7?
                    """, () -> prod().resource("AWS::MSK::Topic", "order.place"));
        }

        @Test
        void namesRoutes() {
            failsWith("""
                    Expecting environment prod to have
                      route /api/order
                    but of this kind there is
                      /api/orders
                    Did you mean /api/orders, declared at Services.java:15?
                    """, () -> prod().route("/api/order"));
        }
    }

    @Nested
    class OfWhatMustNotBe {
        @Test
        void namesIt() {
            failsWith("""
                    Expecting environment prod not to have
                      ConfigMap order in prod/order.k8s.yaml
                    Declared at Services.java:15
                    """, () -> prod().doesNotHaveManifest("ConfigMap", "order"));
            failsWith("""
                    Expecting the synthesis not to have
                      stack prod/streaming
                    """, () -> assertThat(Shop.SYNTHESIS).doesNotHaveStack("prod/streaming"));
        }
    }

    @Nested
    class OfCountsAndNames {
        @Test
        void listWhatIsThere() {
            failsWith("""
                    Expecting AWS::MSK::Topic of environment prod to be 3
                    but there are 2
                      order.paid, order.placed
                    """, () -> prod().resources("AWS::MSK::Topic").hasCount(3));
            failsWith("""
                    Expecting Deployment objects of environment prod to be 0
                    but there are 2
                      order, payment
                    """, () -> prod().manifests("Deployment").areNone());
            failsWith("""
                    Expecting resources of stack prod/streaming to be 5
                    but there are 4
                      OrderIdentity, order.paid, order.placed, shop.prod.order
                    """, () -> prod().stack("streaming").hasResources(5));
        }

        @Test
        void sayWhatIsMissingAndWhatIsThereToo() {
            failsWith("""
                    Expecting Deployment objects of environment prod to be exactly
                      order, paymnt
                    but these are missing
                      paymnt
                    but these are there too
                      payment
                    Did you mean payment?
                    """, () -> prod().manifests("Deployment").areNamed("order", "paymnt"));
        }

        @Test
        void refuseToTryEachOfNone() {
            failsWith("""
                    Expecting StatefulSet objects of environment prod to be at least one, to try each
                    but there is none
                    """, () -> prod().manifests("StatefulSet").each(set -> set.isInNamespace("shop")));
        }
    }

    @Nested
    class OfValues {
        @Test
        void showBoth() {
            failsWith("""
                    Expecting AWS::MSK::Topic OrderPlaced in prod/streaming
                    to have at PartitionCount
                      13
                    but there is
                      12
                    Declared at Topics.java:7
                    """, () -> prod().resource("AWS::MSK::Topic", "order.placed")
                    .hasProperty("PartitionCount", 13));
        }

        @Test
        void showTheFieldsBesideOneThatIsMisspelt() {
            failsWith("""
                    Expecting Deployment payment in prod/order.k8s.yaml
                    to have at spec.replica
                      2
                    but there is
                      nothing
                    At spec there is
                      replicas, template
                    Did you mean replicas?
                    Declared at Services.java:17
                    """, () -> prod().manifest("Deployment", "payment").hasField("spec.replica", 2));
        }

        @Test
        void nameTheFirstThatDiffersOfMany() {
            failsWith("""
                    Expecting AWS::MSK::Topic OrderPlaced in prod/streaming
                    to have at Tags.0.Value
                      "payments"
                    but there is
                      "checkout"
                    Declared at Topics.java:7
                    """, () -> prod().resource("AWS::MSK::Topic", "order.placed")
                    .hasProperties(Map.of("Tags", List.of(Map.of("Key", "team", "Value", "payments")))));
        }

        @Test
        void showWhatIsExtractedFromEach() {
            failsWith("""
                    Expecting TopicName, PartitionCount of each of AWS::MSK::Topic of environment prod
                    to have
                      [["order.placed", 12], ["order.paid", 13]]
                    but there is
                      [["order.placed", 12], ["order.paid", 6]]
                    """, () -> prod().resources("AWS::MSK::Topic")
                    .extracting("TopicName", "PartitionCount")
                    .hasItems(List.of("order.placed", 12), List.of("order.paid", 13)));
            failsWith("""
                    Expecting metadata.name of each of Deployment objects of environment prod
                    to have in any order
                      ["payment", "payments"]
                    but there is
                      ["order", "payment"]
                    """, () -> prod().manifests("Deployment")
                    .extracting("metadata.name")
                    .hasItemsInAnyOrder("payment", "payments"));
            failsWith("""
                    Expecting Key of each item at Tags of AWS::MSK::Topic OrderPlaced in prod/streaming
                    to have in the list
                      "cost"
                    but there is
                      ["team"]
                    Declared at Topics.java:7
                    """, () -> prod().resource("AWS::MSK::Topic", "order.placed")
                    .property("Tags")
                    .extracting("Key")
                    .hasItem("cost"));
        }

        @Test
        void sayWhatMustNotStandThere() {
            failsWith("""
                    Expecting Deployment payment in prod/order.k8s.yaml
                    to have nothing at spec.replicas
                    but there is
                      2
                    Declared at Services.java:17
                    """, () -> prod().manifest("Deployment", "payment").doesNotHaveField("spec.replicas"));
            failsWith("""
                    Expecting Deployment order in prod/order.k8s.yaml
                    to have something at metadata.labels[app.kubernetes.io/nam]
                    but there is nothing
                    At metadata.labels there is
                      app.kubernetes.io/name
                    Did you mean app.kubernetes.io/name?
                    Declared at Services.java:15
                    """, () -> prod().manifest("Deployment", "order")
                    .hasField("metadata.labels[app.kubernetes.io/nam]"));
        }

        @Test
        void sayWhatElseSomethingIs() {
            failsWith(
                    """
                    Expecting AWS::MSK::Topic OrderPaid in prod/streaming
                    to have DeletionPolicy
                      Retain or RetainExceptOnCreate or Snapshot
                    but it has
                      nothing
                    """, () -> prod().resource("AWS::MSK::Topic", "order.paid").isRetained());
            failsWith("""
                    Expecting route /api/orders of Ingress order in prod/order.k8s.yaml
                    to have the service
                      payment
                    but it has
                      order
                    Declared at Services.java:15
                    """, () -> prod().route("/api/orders").leadsTo("payment"));
        }
    }

    @Test
    void followsADescription() {
        failsWith("""
                [orders are kept]\s
                Expecting AWS::MSK::Topic of environment prod to be 3
                but there are 2
                  order.paid, order.placed
                """, () -> assertThat(Shop.SYNTHESIS)
                .as("orders are kept")
                .environment("prod")
                .resources("AWS::MSK::Topic")
                .hasCount(3));
    }
}
