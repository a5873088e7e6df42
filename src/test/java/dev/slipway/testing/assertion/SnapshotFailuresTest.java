package dev.slipway.testing.assertion;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.testing.Shop;
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
            failsWith("""
                    Expecting Deployment objects of environment prod to be exactly
                      order, order
                    but these are missing
                      order
                    but these are there too
                      payment
                    """, () -> prod().manifests("Deployment").areNamed("order", "order"));
        }

        @Test
        void refuseToTryEachOfNone() {
            failsWith("""
                    Expecting StatefulSet objects of environment prod to be at least one, to try each
                    but there is none
                    """, () -> prod().manifests("StatefulSet").each(set -> set.isInNamespace("shop")));
            failsWith("""
                    Expecting items at spec.volumes of Deployment order in prod/order.k8s.yaml to be at least one, to try each
                    but there is none
                    """, () -> prod().manifest("Deployment", "order")
                    .field("spec.volumes")
                    .each(volume -> volume.at("name").is("tmp")));
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
