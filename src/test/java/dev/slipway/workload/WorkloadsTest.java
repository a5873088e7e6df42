package dev.slipway.workload;

import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.workload.Shop.dev;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dev  | platform | Namespace, ResourceQuota, LimitRange, PriorityClass, PriorityClass, PriorityClass, PriorityClass, NetworkPolicy
                    dev  | order    | ServiceAccount, SecretStore, SecretStore, ExternalSecret, ConfigMap, NetworkPolicy, Service, Deployment
                    dev  | stock    | ServiceAccount, ConfigMap, NetworkPolicy, Service, Deployment
                    dev  | mailer   | ServiceAccount, ConfigMap, NetworkPolicy, Deployment
                    dev  | report   | ServiceAccount, ConfigMap, NetworkPolicy, CronJob
                    dev  | import   | ServiceAccount, ConfigMap, NetworkPolicy, Job
                    prod | platform | Namespace, ResourceQuota, LimitRange, PriorityClass, PriorityClass, PriorityClass, PriorityClass, NetworkPolicy
                    prod | order    | ServiceAccount, SecretStore, SecretStore, ExternalSecret, ConfigMap, NetworkPolicy, ApplicationNetworkPolicy, Service, Deployment, HorizontalPodAutoscaler, PodDisruptionBudget
                    prod | stock    | ServiceAccount, ConfigMap, NetworkPolicy, Service, Deployment, HorizontalPodAutoscaler, PodDisruptionBudget
                    prod | mailer   | ServiceAccount, ConfigMap, NetworkPolicy, Deployment, HorizontalPodAutoscaler, PodDisruptionBudget
                    prod | report   | ServiceAccount, ConfigMap, NetworkPolicy, CronJob
                    prod | import   | ServiceAccount, ConfigMap, NetworkPolicy, Job
                    """)
    void eachFileHoldsTheObjectsOfItsServiceInOrder(String environment, String file, String kinds) {
        List<String> rendered = Shop.RENDERED.manifests(environment).stream()
                .filter(manifest -> manifest.file().equals(file))
                .map(Manifest::kind)
                .toList();

        assertThat(rendered).containsExactly(kinds.split(", "));
    }

    @Test
    void namespaceForbidsWhatTheRestrictedStandardForbids() {
        dev().manifest("Namespace", "shop-dev").hasField("metadata", ofYaml("""
                                name: shop-dev
                                labels:
                                  app.kubernetes.io/part-of: shop
                                  app.kubernetes.io/managed-by: slipway
                                  pod-security.kubernetes.io/enforce: restricted
                                  pod-security.kubernetes.io/audit: restricted
                                  pod-security.kubernetes.io/warn: restricted
                                """));
    }

    @Test
    void everyOtherObjectStandsInTheNamespace() {
        assertThat(Shop.RENDERED.manifests("prod"))
                .filteredOn(manifest ->
                        !manifest.kind().equals("Namespace") && !manifest.kind().equals("PriorityClass"))
                .isNotEmpty()
                .allSatisfy(manifest -> assertThat(manifest).isInNamespace("shop"));
    }

    @Test
    void everyObjectOfAnOwnedServiceNamesTeamAndChannel() {
        assertThat(Shop.RENDERED.manifests("prod"))
                .filteredOn(manifest -> manifest.file().equals("order"))
                .isNotEmpty()
                .allSatisfy(manifest -> assertThat(manifest)
                        .hasLabel("slipway.dev/owner", "checkout")
                        .hasAnnotation("slipway.dev/channel", "#team-checkout"));
    }

    @Test
    void serviceAccountGetsNoTokenForKubernetes() {
        dev().manifests("ServiceAccount")
                .hasCount(5)
                .each(account -> account.hasField("automountServiceAccountToken", false));
    }

    @Test
    void callersReachAServerOnPort80WhateverItsContainerListensOn() {
        dev().manifest("Service", "stock").hasField("spec", ofYaml("""
                                type: ClusterIP
                                selector:
                                  app.kubernetes.io/name: stock
                                  app.kubernetes.io/part-of: shop
                                ports:
                                - name: http
                                  port: 80
                                  targetPort: 9000
                                """));
    }
}
