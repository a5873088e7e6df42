package dev.slipway.capability.edge;

import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.WebFirewall.webFirewall;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.TreeAssert;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import java.util.List;
import java.util.Map;
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

        private static EnvironmentAssert dev() {
            return assertThat(SYNTHESIS).environment("dev");
        }

        private static ResourceAssert acl() {
            return dev().resource("AWS::WAFv2::WebACL");
        }

        @Test
        void refusesKnownAttacksAndTooManyRequests() {
            acl().hasProperty("Scope", "REGIONAL")
                    .hasProperty("DefaultAction", Tree.ofYaml("Allow: {}"))
                    .hasProperty(
                            "Rules.0.Statement",
                            Tree.ofYaml("RateBasedStatement: { AggregateKeyType: IP, Limit: 500 }"))
                    .hasProperty("Rules.0.Action", Tree.ofYaml("Block: {}"))
                    .hasProperty("Rules.2.OverrideAction", Tree.ofYaml("None: {}"))
                    .property("Rules")
                    .extracting("Priority", "Name")
                    .hasItems(
                            List.of(0, "RequestsOfOneAddress"),
                            List.of(1, "AWSManagedRulesAmazonIpReputationList"),
                            List.of(2, "AWSManagedRulesCommonRuleSet"),
                            List.of(3, "AWSManagedRulesKnownBadInputsRuleSet"));
        }

        @Test
        void standsBeforeEveryIngressByItsPlannedName() {
            acl().hasProperty("Name", "shop-dev");
            dev().manifests("Ingress")
                    .hasCount(2)
                    .each(ingress -> ingress.hasAnnotation("alb.ingress.kubernetes.io/wafv2-acl-name", "shop-dev"));
        }

        @Test
        void logsWithoutCredentials() {
            dev().resource("AWS::Logs::LogGroup").hasProperty("LogGroupName", "aws-waf-logs-shop-dev");
            dev().resource("AWS::WAFv2::LoggingConfiguration")
                    .hasProperty(
                            "LogDestinationConfigs.0.Fn::Join.1.0", "arn:aws:logs:eu-central-1:111122223333:log-group:")
                    .refersTo("LogDestinationConfigs.0.Fn::Join.1.1", "AWS::Logs::LogGroup")
                    .doesNotHaveProperty("LogDestinationConfigs.0.Fn::Join.1.2")
                    .hasProperty(
                            "RedactedFields",
                            Tree.ofYaml(
                                    "[{ SingleHeader: { Name: authorization } }, { SingleHeader: { Name: cookie } }]"));
        }

        @Test
        void theLoadBalancerWaitsLogsAndIsProtectedInProduction() {
            attributes("prod").is(Tree.ofYaml("""
                    - { key: routing.http.drop_invalid_header_fields.enabled, value: "true" }
                    - { key: deletion_protection.enabled, value: "true" }
                    - { key: idle_timeout.timeout_seconds, value: "120" }
                    - { key: access_logs.s3.enabled, value: "true" }
                    - { key: access_logs.s3.bucket, value: shop-prod-access-logs-111122223333-eu-central-1 }
                    """));
            attributes("dev").doesNotHaveItem(Map.of("key", "deletion_protection.enabled"));
        }

        private static TreeAssert attributes(String environment) {
            return assertThat(SYNTHESIS)
                    .environment(environment)
                    .manifest("IngressClassParams", "shop-" + environment)
                    .field("spec.loadBalancerAttributes");
        }

        @Test
        void theBucketOfLogsTakesThoseOfLoadBalancersOfTheAccount() {
            assertThat(SYNTHESIS)
                    .stack("prod/edge")
                    .resource("AWS::S3::Bucket")
                    .hasProperty("BucketName", "shop-prod-access-logs-111122223333-eu-central-1")
                    .hasProperty("LifecycleConfiguration.Rules.0.ExpirationInDays", 90);
            assertThat(SYNTHESIS)
                    .stack("prod/edge")
                    .resource("AWS::S3::BucketPolicy")
                    .property("PolicyDocument.Statement")
                    .extracting("Effect", "Principal.Service", "Action", "Resource.Fn::Join.1.1")
                    .hasItem(List.of(
                            "Allow",
                            "logdelivery.elasticloadbalancing.amazonaws.com",
                            "s3:PutObject",
                            "/AWSLogs/111122223333/*"));
        }
    }

    @Test
    void countsWithoutRefusing() {
        assertThat(Slipway.render(plan(WEB, albRoutes(), webFirewall().counting())))
                .environment("dev")
                .resource("AWS::WAFv2::WebACL")
                .hasProperty("Rules.0.Action", Tree.ofYaml("Count: {}"))
                .hasProperty("Rules.1.OverrideAction", Tree.ofYaml("Count: {}"));
    }

    @Test
    void rendersNoStackWhereNothingIsAskedFor() {
        Synthesis rendered = Slipway.render(plan(WEB, albRoutes()));

        assertThat(rendered).environment("dev").hasStacks();
        assertThat(rendered.manifests("dev", "Ingress")).isNotEmpty().allSatisfy(ingress -> assertThat(
                        ingress.at("metadata.annotations").fields().keySet())
                .isNotEmpty()
                .noneMatch(name -> name.contains("waf")));
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
