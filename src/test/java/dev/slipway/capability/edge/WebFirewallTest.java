package dev.slipway.capability.edge;

import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.WebFirewall.webFirewall;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before the services: the firewall, and the settings of the load balancer. */
class WebFirewallTest {
    private static final Service WEB = Service.go("web").needs(route("/"), route("/api/me"));

    private static Plan plan(Service service, Choice... choices) {
        return Premises.plan(Platform.named("shop")
                .services(service)
                .environments(
                        Environment.named("dev").host("dev.shop.example.com"),
                        Environment.named("prod").production().host("shop.example.com"))
                .with(AnyCluster.BY_ADDRESS, AnyNetwork.THREE_ZONES)
                .with(choices));
    }

    private static List<String> problems(Plan plan) {
        return plan.problems().stream()
                .map(problem -> "%s: %s Fix: %s".formatted(problem.rule(), problem.what(), problem.fix()))
                .toList();
    }

    @Nested
    class Rendered {
        private static final Synthesis SYNTHESIS = Slipway.render(plan(
                WEB, albRoutes().idleTimeout(120).accessLogs(90), webFirewall().requestsPerFiveMinutes(500)));

        private static Resource acl() {
            return SYNTHESIS
                    .template("dev/edge")
                    .resources("AWS::WAFv2::WebACL")
                    .get(0);
        }

        @Test
        void refusesKnownAttacksAndTooManyRequests() {
            assertThat(acl().property("Scope").text()).isEqualTo("REGIONAL");
            assertThat(acl().property("DefaultAction")).isEqualTo(yaml("Allow: {}"));
            assertThat(acl().property("Rules").items())
                    .extracting(rule ->
                            rule.get("Priority").text() + " " + rule.get("Name").text())
                    .containsExactly(
                            "0 RequestsOfOneAddress",
                            "1 AWSManagedRulesAmazonIpReputationList",
                            "2 AWSManagedRulesCommonRuleSet",
                            "3 AWSManagedRulesKnownBadInputsRuleSet");
            assertThat(acl().property("Rules.0.Statement"))
                    .isEqualTo(yaml("RateBasedStatement: { AggregateKeyType: IP, Limit: 500 }"));
            assertThat(acl().property("Rules.0.Action")).isEqualTo(yaml("Block: {}"));
            assertThat(acl().property("Rules.2.OverrideAction")).isEqualTo(yaml("None: {}"));
        }

        @Test
        void standsBeforeEveryIngressByItsPlannedName() {
            assertThat(acl().property("Name").text()).isEqualTo("shop-dev");
            assertThat(SYNTHESIS.manifests("dev", "Ingress")).hasSize(2).allSatisfy(ingress -> assertThat(
                            ingress.at("metadata.annotations")
                                    .get("alb.ingress.kubernetes.io/wafv2-acl-name")
                                    .text())
                    .isEqualTo("shop-dev"));
        }

        @Test
        void logsWithoutCredentials() {
            Template edge = SYNTHESIS.template("dev/edge");
            Resource logging =
                    edge.resources("AWS::WAFv2::LoggingConfiguration").get(0);

            assertThat(edge.resources("AWS::Logs::LogGroup")
                            .get(0)
                            .property("LogGroupName")
                            .text())
                    .isEqualTo("aws-waf-logs-shop-dev");
            assertThat(logging.property("LogDestinationConfigs.0").toString())
                    .contains("arn:aws:logs:eu-central-1:111122223333:log-group:")
                    .doesNotContain(":*");
            assertThat(logging.property("RedactedFields"))
                    .isEqualTo(yaml("[{ SingleHeader: { Name: authorization } }, { SingleHeader: { Name: cookie } }]"));
        }

        @Test
        void theLoadBalancerWaitsLogsAndIsProtectedInProduction() {
            assertThat(attributes("prod")).isEqualTo(yaml("""
                    - { key: routing.http.drop_invalid_header_fields.enabled, value: "true" }
                    - { key: deletion_protection.enabled, value: "true" }
                    - { key: idle_timeout.timeout_seconds, value: "120" }
                    - { key: access_logs.s3.enabled, value: "true" }
                    - { key: access_logs.s3.bucket, value: shop-prod-access-logs-111122223333-eu-central-1 }
                    """));
            assertThat(attributes("dev").toString()).doesNotContain("deletion_protection");
        }

        private static Tree attributes(String environment) {
            return SYNTHESIS.manifests(environment, "IngressClassParams").get(0).at("spec.loadBalancerAttributes");
        }

        @Test
        void theBucketOfLogsTakesThoseOfLoadBalancersOfTheAccount() {
            Template edge = SYNTHESIS.template("prod/edge");

            assertThat(edge.resources("AWS::S3::Bucket")).singleElement().satisfies(bucket -> {
                assertThat(bucket.property("BucketName").text())
                        .isEqualTo("shop-prod-access-logs-111122223333-eu-central-1");
                assertThat(bucket.property("LifecycleConfiguration.Rules.0.ExpirationInDays")
                                .number())
                        .hasValue(90L);
            });
            assertThat(edge.resources("AWS::S3::BucketPolicy")
                            .get(0)
                            .property("PolicyDocument.Statement")
                            .items())
                    .anySatisfy(statement -> {
                        assertThat(statement.get("Effect").text()).isEqualTo("Allow");
                        assertThat(statement.at("Principal.Service").text())
                                .isEqualTo("logdelivery.elasticloadbalancing.amazonaws.com");
                        assertThat(statement.get("Action").text()).isEqualTo("s3:PutObject");
                        assertThat(statement.get("Resource").toString()).contains("/AWSLogs/111122223333/*");
                    });
        }
    }

    @Test
    void countsWithoutRefusing() {
        Tree rules = Slipway.render(plan(WEB, albRoutes(), webFirewall().counting()))
                .resources("dev", "AWS::WAFv2::WebACL")
                .get(0)
                .property("Rules");

        assertThat(rules.at("0.Action")).isEqualTo(yaml("Count: {}"));
        assertThat(rules.at("1.OverrideAction")).isEqualTo(yaml("Count: {}"));
    }

    @Test
    void rendersNoStackWhereNothingIsAskedFor() {
        Synthesis rendered = Slipway.render(plan(WEB, albRoutes()));

        assertThat(rendered.templates("dev")).isEmpty();
        assertThat(rendered.manifests("dev", "Ingress")
                        .get(0)
                        .at("metadata.annotations")
                        .toString())
                .doesNotContain("waf");
    }

    @Test
    void failsWhenAFirewallStandsBeforeNothing() {
        assertThat(problems(plan(Service.go("web"), albRoutes(), webFirewall())))
                .contains(
                        "edge/firewall-without-routes: Environment dev has a web firewall and no routes (0) that it could stand before; there must be one. Fix: add a route such as route(\"/api\") to a service, or leave out webFirewall().");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 2_000_000_001})
    void failsWhenARateIsNone(int rate) {
        assertThat(problems(plan(WEB, albRoutes(), webFirewall().requestsPerFiveMinutes(rate))))
                .containsExactly(
                        "edge/firewall-rate: The requests (%s) that one address may send in five minutes must be 10 to 2000000000. Fix: write it as webFirewall().requestsPerFiveMinutes(2000)."
                                .formatted(rate));
        assertThat(problems(plan(WEB, albRoutes(), webFirewall().requestsPerFiveMinutes(10))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4001})
    void failsWhenATimeoutIsNone(int seconds) {
        assertThat(problems(plan(WEB, albRoutes().idleTimeout(seconds))))
                .containsExactly(
                        "edge/idle-timeout: The idle timeout (%s seconds) of the load balancer must be 1 to 4000 seconds. Fix: write it as albRoutes().idleTimeout(120)."
                                .formatted(seconds));
        assertThat(problems(plan(WEB, albRoutes().idleTimeout(4000)))).isEmpty();
    }

    @Test
    void failsWhenLogsAreKeptForNoTime() {
        assertThat(problems(plan(WEB, albRoutes().accessLogs(0))))
                .containsExactly(
                        "edge/access-logs: The days (0) for which access logs are kept must be 1 or more. Fix: write it as albRoutes().accessLogs(90), or leave it out to keep none.");
        assertThat(problems(plan(WEB, albRoutes().accessLogs(1)))).isEmpty();
    }
}
