package dev.slipway.review.rule;

import static dev.slipway.review.rule.OwnRules.rules;
import static dev.slipway.review.rule.Selection.manifests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.report.BrokenRulesException;
import dev.slipway.review.rule.report.FindingText;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnRuleTest {
    // snippet: own-rule
    static final Rule OWNED = Rule.named("acme/owner")
            .because("somebody must be woken when it fails")
            .fix("declare the service with ownedBy(team, channel).")
            .over(manifests("Deployment").must("name the team that owns it", deployment -> deployment
                    .at("metadata.labels")
                    .get("slipway.dev/owner")
                    .exists()));
    // end

    private static final Synthesis SYNTHESIS = synthesis("", "slipway.dev/owner: checkout");

    /** The deployments {@code order} in two environments, with these labels. */
    private static Synthesis synthesis(String ofDev, String ofProd) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("dist/dev/order.k8s.yaml", deployment(ofDev));
        files.put("dist/prod/order.k8s.yaml", deployment(ofProd));
        return Synthesis.of(files);
    }

    private static String deployment(String label) {
        return """
                kind: Deployment
                metadata: {name: order, namespace: default, labels: {%s}}
                spec:
                  selector: {matchLabels: {app: order}}
                  template:
                    metadata: {labels: {app: order}}
                    spec:
                      automountServiceAccountToken: false
                      containers:
                        - name: order
                          image: registry.example.com/order:1.0.0
                          ports: [{containerPort: 8080}]
                          livenessProbe: {tcpSocket: {port: 8080}}
                          readinessProbe: {tcpSocket: {port: 8080}}
                          resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 256Mi}}
                          securityContext: {readOnlyRootFilesystem: true}
                """.formatted(label);
    }

    private static List<String> found(Rules rules, Synthesis synthesis) {
        return rules.check(synthesis).stream()
                .filter(finding ->
                        finding.rule().startsWith("acme/") || finding.rule().startsWith("rule/"))
                .map(FindingText::of)
                .toList();
    }

    @Test
    void saysWhatItFindsWhereAndHowToFixIt() {
        assertThat(found(Rules.all().with(OWNED), SYNTHESIS)).containsExactly("""
                error acme/owner at dist/dev/order.k8s.yaml
                  Deployment order in dev/order.k8s.yaml must name the team that owns it.
                  Fix: declare the service with ownedBy(team, channel).""");
        assertThat(found(Rules.all().with(OWNED), synthesis("slipway.dev/owner: a", "slipway.dev/owner: b")))
                .isEmpty();
    }

    @Test
    void throwsWithEverythingFound() {
        assertThatThrownBy(() -> Rules.all().with(OWNED).verify(SYNTHESIS))
                .isInstanceOf(BrokenRulesException.class)
                .hasMessageStartingWith("What was rendered breaks rules: 1 error, 1 in all.")
                .hasMessageContaining("Fix: declare the service with ownedBy(team, channel).");
        Synthesis whole = synthesis("slipway.dev/owner: a", "slipway.dev/owner: b");
        assertThat(Rules.all().with(OWNED).verify(whole)).isSameAs(whole);
    }

    @Test
    void isNoErrorWhereItIsAWarning() {
        Rule warning = Rule.named("acme/owner")
                .warning()
                .because("it helps")
                .fix("do.")
                .over(manifests("Deployment").must("not be", deployment -> false));
        assertThat(Rules.all().with(warning).check(SYNTHESIS)).hasSize(2).noneMatch(Finding::isError);
        assertThat(Rules.all().with(warning).verify(SYNTHESIS)).isSameAs(SYNTHESIS);
    }

    @Nested
    class OfAPlatform {
        private final Service order = Service.java("order");
        private final Environment dev = Environment.named("dev");
        private final Environment prod = Environment.named("prod");

        private Platform platform(Service service, Environment... environments) {
            return Platform.named("shop").with(rules(OWNED)).services(service).environments(environments);
        }

        @Test
        void pointsToTheLineThatDeclaresTheService() {
            assertThat(found(Rules.of(platform(order, dev, prod)), SYNTHESIS))
                    .singleElement()
                    .asString()
                    .startsWith("error acme/owner at OwnRuleTest.java:"
                            + order.origin().line());
        }

        @Test
        void holdsInItsEnvironmentAlone() {
            Platform inProd = Platform.named("shop").services(order).environments(dev, prod.with(rules(OWNED)));
            assertThat(found(Rules.of(inProd), SYNTHESIS)).isEmpty();
            assertThat(found(Rules.of(inProd), synthesis("slipway.dev/owner: a", "")))
                    .hasSize(1);
        }

        @Test
        void isAcceptedByAServiceAnEnvironmentOrThePlatform() {
            Rules byService = Rules.of(platform(order.accepts("acme/owner", "it is being moved"), dev, prod));
            Rules byEnvironment = Rules.of(platform(order, dev.accepts("acme/owner", "a playground"), prod));
            Rules byPlatform = Rules.of(platform(order, dev, prod).accepts("acme/owner", "until spring"));
            for (Rules rules : List.of(byService, byEnvironment, byPlatform)) {
                assertThat(found(rules, SYNTHESIS)).isEmpty();
                assertThat(rules.report(SYNTHESIS).accepted()).singleElement().satisfies(accepted -> {
                    assertThat(accepted.finding().rule()).isEqualTo("acme/owner");
                    assertThat(accepted.acceptance().reason()).isNotEmpty();
                });
            }
        }

        @Test
        void isNotAcceptedByAnotherEnvironment() {
            Environment accepting = prod.accepts("acme/owner", "no");
            assertThat(found(Rules.of(platform(order, dev, accepting)), SYNTHESIS))
                    .hasSize(2)
                    .last()
                    .isEqualTo("""
                            warning rule/unused-acceptance at OwnRuleTest.java:%s
                              Environment prod accepts a rule (acme/owner) that finds nothing there; an acceptance must be of something.
                              Fix: take accepts(..) away, or write the id of the rule as the reference does.""".formatted(
                                    accepting.acceptances().get(0).origin().line()));
        }
    }
}
