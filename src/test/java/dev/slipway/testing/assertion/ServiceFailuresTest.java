package dev.slipway.testing.assertion;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.Shop;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceFailuresTest {
    private static final Synthesis JOBS =
            Synthesis.builder().manifests("prod", "jobs.yaml", """
                    kind: CronJob
                    metadata: {name: report}
                    spec:
                      jobTemplate:
                        spec:
                          template:
                            spec:
                              restartPolicy: Never
                              initContainers: [{name: prepare, image: busybox}]
                              containers: [{name: report, image: shop/report}]
                    ---
                    kind: Job
                    metadata: {name: none}
                    spec: {template: {spec: {}}}
                    """).build();

    private static WorkloadAssert order() {
        return assertThat(Shop.SYNTHESIS).environment("prod").service("order");
    }

    @Test
    void nameTheNearestService() {
        failsWith("""
                Expecting environment prod to have
                  service paymnt
                but of this kind there is
                  order, payment
                Did you mean payment, declared at Services.java:17?
                """, () -> assertThat(Shop.SYNTHESIS).environment("prod").service("paymnt"));
    }

    @Nested
    class OfPermissions {
        @Test
        void listWhatIsAllowed() {
            failsWith("""
                    Expecting service order of environment prod
                    to be allowed to publish to
                      order.placd
                    but as role shop.prod.order it may publish to
                      order.placed
                    Did you mean order.placed?
                    Declared at Services.java:15
                    """, () -> order().mayPublishTo("order.placd"));
        }

        @Test
        void sayAsWhomTooMuchIsAllowed() {
            failsWith("""
                    Expecting service order of environment prod
                    not to be allowed to s3:GetObject
                      arn:aws:s3:::invoices/1
                    but as role shop.prod.order it may
                    Declared at Services.java:15
                    """, () -> order().mayNot("s3:GetObject", "arn:aws:s3:::invoices/1"));
            failsWith("""
                    Expecting service order of environment prod
                    not to be allowed to publish to
                      order.placed
                    but as role shop.prod.order it may
                    Declared at Services.java:15
                    """, () -> order().mayNotPublishTo("order.placed"));
        }

        @Test
        void sayNothingOfRolesWhereThereIsNone() {
            failsWith("""
                    Expecting service payment of environment prod
                    to be allowed to read
                      order.placed
                    but it may read
                      nothing
                    Declared at Services.java:17
                    """, () -> assertThat(Shop.SYNTHESIS)
                    .environment("prod")
                    .service("payment")
                    .mayRead("order.placed"));
        }

        @Test
        void areOfRolesToo() {
            failsWith("""
                    Expecting role shop.prod.order of environment prod
                    to be allowed to s3:GetObject
                      arn:aws:s3:::orders/1
                    but as role shop.prod.order it may s3:GetObject
                      arn:aws:s3:::invoices/*
                    Declared at Environments.java:3
                    """, () -> assertThat(Shop.SYNTHESIS)
                    .environment("prod")
                    .role("shop.prod.order")
                    .may("s3:GetObject", "arn:aws:s3:::orders/1"));
        }
    }

    @Nested
    class OfWaysOnTheNetwork {
        @Test
        void nameEachObstacle() {
            failsWith("""
                    Expecting service payment of environment prod
                    to be able to reach
                      order
                    but
                      no egress rule of payment admits order on port 8080
                      no ingress rule of order admits payment on port 8080
                    Declared at Services.java:17
                    """, () -> assertThat(Shop.SYNTHESIS)
                    .environment("prod")
                    .service("payment")
                    .canReach("order"));
        }

        @Test
        void sayWhereAWayIsOpen() {
            failsWith("""
                    Expecting service order of environment prod
                    not to be able to reach
                      payment
                    but nothing keeps it from
                      payment:80
                    Declared at Services.java:15
                    """, () -> order().cannotReach("payment"));
        }

        @Test
        void sayThatNobodyIsCalledSo() {
            failsWith("""
                    Expecting service order of environment prod
                    to be able to reach, or not to,
                      paymnt
                    but that is neither a workload nor a Service with ports; for a host, a port must be given. There is
                      order, payment
                    Did you mean payment, declared at Services.java:17?
                    """, () -> order().cannotReach("paymnt"));
        }
    }

    @Nested
    class OfVariables {
        @Test
        void sayWhereItComesFrom() {
            failsWith("""
                    Expecting variable DATABASE_HOST of container order of Deployment order in prod/order.k8s.yaml
                    to come from
                      the literal localhost
                    but it comes from
                      parameter /shop/prod/database/endpoint
                    Declared at Services.java:42
                    """, () -> order().container().variable("DATABASE_HOST").is("localhost"));
            failsWith("""
                    Expecting variable LOG_LEVEL of container order of Deployment order in prod/order.k8s.yaml
                    to come from
                      a secret
                    but it comes from
                      the literal info
                    Declared at Services.java:15
                    """, () -> order().container().variable("LOG_LEVEL").isSecret());
        }

        @Test
        void nameTheNearest() {
            failsWith("""
                    Expecting container order of Deployment order in prod/order.k8s.yaml to have
                      environment variable DATABASE_HOSTS
                    but of this kind there is
                      API_KEY, DATABASE_HOST, DATABASE_PASSWORD, FLAGS, GROUP_ID, LOG_LEVEL, POD_IP, REGION
                    Did you mean DATABASE_HOST, declared at Services.java:42?
                    """, () -> order().container().variable("DATABASE_HOSTS"));
        }
    }

    @Test
    void sayHowItIsScaled() {
        failsWith("""
                Expecting service order of environment prod
                to have
                  2 replicas, fixed
                but it has
                  3 to 10 replicas, by HorizontalPodAutoscaler order in prod/order.k8s.yaml
                Declared at Services.java:15
                """, () -> order().hasReplicas(2));
        failsWith("""
                Expecting service payment of environment prod
                to have
                  3 to 10 replicas, by an autoscaler
                but it has
                  2 replicas, fixed
                Declared at Services.java:17
                """, () -> assertThat(Shop.SYNTHESIS)
                .environment("prod")
                .service("payment")
                .autoscales(3, 10));
    }

    @Test
    void sayHowAProbeAsks() {
        failsWith("""
                Expecting readinessProbe of container order of Deployment order in prod/order.k8s.yaml
                to have periodSeconds
                  5
                but it has
                  10
                Declared at Services.java:15
                """, () -> order().container().readinessProbe().every(Duration.ofSeconds(5)));
    }

    @Test
    void sayThatAProbeIsMissing() {
        failsWith("""
                Expecting container order of Deployment order in prod/order.k8s.yaml
                to have something at livenessProbe
                but there is nothing
                At the top there is
                  env, envFrom, image, name, ports, readinessProbe, resources, securityContext
                Declared at Services.java:15
                """, () -> order().container().livenessProbe());
    }

    @Nested
    class OfPods {
        @Test
        void showThePathInTheObjectThatMakesThem() {
            failsWith("""
                    Expecting Deployment order in prod/order.k8s.yaml
                    to have at spec.template.spec.serviceAccountName
                      "payment"
                    but there is
                      "order"
                    Declared at Services.java:15
                    """, () -> order().pod().contains(Map.of("serviceAccountName", "payment")));
            failsWith("""
                    Expecting CronJob report in prod/jobs.yaml
                    to have at spec.jobTemplate.spec.template.spec.restartPolicy
                      "OnFailure"
                    but there is
                      "Never"
                    """, () -> assertThat(JOBS)
                    .environment("prod")
                    .service("report")
                    .pod()
                    .at("restartPolicy")
                    .is("OnFailure"));
        }

        @Test
        void areTriedInEveryWorkloadAndContainer() {
            failsWith("""
                    Expecting container prepare of CronJob report in prod/jobs.yaml
                    to have at image
                      "shop/report"
                    but there is
                      "busybox"
                    """, () -> assertThat(JOBS)
                    .environment("prod")
                    .eachWorkload(workload -> workload.eachContainer(container -> container.hasImage("shop/report"))));
        }

        @Test
        void refuseToTryEachOfNone() {
            failsWith("""
                    Expecting services of environment prod to be at least one, to try each
                    but there is none
                    """, () -> assertThat(JOBS).environment("prod").eachService(service -> {}));
            failsWith(
                    """
                    Expecting containers of service none of environment prod to be at least one, to try each
                    but there is none
                    """,
                    () -> assertThat(JOBS).environment("prod").service("none").eachContainer(container -> {}));
        }
    }
}
