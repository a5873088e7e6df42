package dev.slipway.testing.foreign;

import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rules;
import dev.slipway.testing.golden.GoldenFiles;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kit on manifests that Slipway did not make: more than fifty kinds, rendered by Kustomize. */
class ForeignManifestsTest {
    private static Synthesis billing = Synthesis.builder().build();

    @BeforeAll
    static void render() throws InterruptedException {
        billing = Synthesis.builder()
                .manifests("prod", "kustomize.yaml", Kustomized.overlay("prod"))
                .build();
    }

    @Test
    void areOfMoreThanFiftyKinds() {
        Assertions.assertThat(
                        billing.manifests("prod").stream().map(Manifest::kind).distinct())
                .hasSizeGreaterThanOrEqualTo(50);
        Assertions.assertThat(GoldenFiles.of(billing)).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void areAskedAsOnesOwn() {
        var prod = assertThat(billing).environment("prod");
        prod.service("billing")
                .container()
                .hasImage("example.com/billing:latest")
                .listensOn(8080)
                .variable("LOG_LEVEL")
                .is("info");
        prod.service("billing").container().variable("API_KEY").comesFromClusterSecret("billing-keys", "api-key");
        prod.service("billing").autoscales(2, 8);
        prod.service("ledger").autoscales(2, 6).container().hasImage("example.com/ledger:1.5.0");
        prod.service("store").hasReplicas(1);
        prod.manifest("ConfigMap", mapOfBilling()).hasField("data.LEDGER_PORT", "8080");
        prod.route("/invoices");
    }

    private static String mapOfBilling() {
        return billing.manifests("prod", "ConfigMap").get(0).name();
    }

    @Test
    void areFollowedOnTheNetwork() {
        assertThat(billing)
                .environment("prod")
                .service("billing")
                .canReach("ledger")
                .cannotReach("store", 7000)
                .canReach("10.8.3.4", 5432)
                .cannotReach("10.8.3.4", 5433);
        assertThat(billing)
                .environment("prod")
                .service("ledger")
                .cannotReach("store", 7000)
                .canReach("billing");
    }

    @Test
    void goByTheRules() {
        List<String> findings = Rules.all().check(billing).stream()
                .filter(finding -> !List.of("kubernetes/served", "kubernetes/replicas-zones")
                        .contains(finding.rule()))
                .map(ForeignManifestsTest::shown)
                .toList();

        Assertions.assertThat(findings)
                .contains(
                        "kubernetes/reference: Deployment billing in prod/kustomize.yaml: spec.template.spec.containers.0.env.1.valueFrom.secretKeyRef.key (nobody-makes-it) must be a key of Secret billing-keys.",
                        "kubernetes/selector: Deployment billing in prod/kustomize.yaml: spec.replicas must be absent: ScaledObject billing in prod/kustomize.yaml owns it.",
                        "network/port-path: Service store in prod/kustomize.yaml: spec.ports.0.targetPort (7000) must be admitted by a NetworkPolicy of the pods of StatefulSet store in prod/kustomize.yaml.")
                .as("what the ledger listens on behind its service is not what the variable says, and open")
                .noneMatch(text -> text.contains("LEDGER_PORT"))
                .as("kinds without a namespace")
                .noneMatch(text -> text.contains("must name a namespace"))
                .as("containers need not declare their ports")
                .noneMatch(text -> text.contains("must be a port of the pods"))
                .as("what is wrong is not hidden by what is only bad practice")
                .filteredOn(text -> !text.startsWith("workload/"))
                .hasSizeLessThan(20);
    }

    @Test
    void areHeldToGoodPractice() {
        Assertions.assertThat(Rules.all().check(billing))
                .map(ForeignManifestsTest::shown)
                .contains(
                        "workload/unbounded: Deployment ledger in prod/kustomize.yaml: spec.template.spec.containers.0.resources.limits.memory must be set, or the container takes what others need.",
                        "workload/token: Pod shell in prod/kustomize.yaml: spec.automountServiceAccountToken must be false: no binding lets service account default do anything.");
    }

    @Test
    void needNothingInAClusterThatNobodyKnows() {
        Assertions.assertThat(Rules.all().check(billing))
                .noneMatch(finding -> finding.rule().equals("kubernetes/served"));
    }

    private static String shown(Finding finding) {
        return finding.rule() + ": " + finding.text();
    }
}
