package dev.slipway.capability.edge;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.edge.HostedZone.hostedZone;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostedZoneTest {
    private static final HostedZone ZONE = hostedZone("example.com").id("Z0123456789ABC");

    private static Plan plan(HostedZone zone, String host, Service... services) {
        return Slipway.plan(Platform.named("shop")
                .services(services)
                .environments(
                        Environment.named("dev").host("dev." + host),
                        Environment.named("prod").production().host("<service>." + host))
                .with(eksAutoMode(), zone));
    }

    private static Plan plan(HostedZone zone) {
        return plan(
                zone,
                "shop.example.com",
                Service.java("order").needs(route("/orders")),
                Service.go("web").needs(route("/")),
                Service.java("mailer"));
    }

    @Nested
    class Rendered {
        private static final Synthesis SYNTHESIS = Slipway.render(plan(ZONE));

        private static EnvironmentAssert rendered(String environment) {
            return assertThat(SYNTHESIS).environment(environment);
        }

        private static ResourceAssert certificate(String environment) {
            return rendered(environment).resource("AWS::CertificateManager::Certificate");
        }

        private static ResourceAssert role(String environment) {
            return rendered(environment).stack("edge").resource("AWS::IAM::Role");
        }

        @Test
        void certifiesTheOneHostOfAnEnvironment() {
            certificate("dev")
                    .hasProperty("DomainName", "dev.shop.example.com")
                    .hasProperty("SubjectAlternativeNames", List.of())
                    .hasProperty("ValidationMethod", "DNS")
                    .hasProperty(
                            "DomainValidationOptions",
                            Tree.ofYaml("[{ DomainName: dev.shop.example.com, HostedZoneId: Z0123456789ABC }]"));
        }

        @Test
        void certifiesTheHostOfEachRoutedServiceAndNoOther() {
            certificate("prod")
                    .hasProperty("DomainName", "order.shop.example.com")
                    .hasProperty("SubjectAlternativeNames", List.of("web.shop.example.com"))
                    .property("DomainValidationOptions")
                    .hasSize(2);
        }

        @Test
        void letsExternalDnsChangeTheRecordsOfTheEnvironmentOnly() {
            role("dev")
                    .hasProperty("RoleName", "shop.dev.platform.external-dns")
                    .hasProperty("Policies.0.PolicyDocument.Statement", Tree.ofYaml("""
                    - Effect: Allow
                      Action: ["route53:ChangeResourceRecordSets"]
                      Resource: ["arn:aws:route53:::hostedzone/Z0123456789ABC"]
                      Condition:
                        ForAllValues:StringLike:
                          route53:ChangeResourceRecordSetsNormalizedRecordNames:
                          - dev.shop.example.com
                          - "*-dev.shop.example.com"
                    - Effect: Allow
                      Action: ["route53:ListResourceRecordSets", "route53:ListTagsForResources"]
                      Resource: ["arn:aws:route53:::hostedzone/Z0123456789ABC"]
                    - { Effect: Allow, Action: ["route53:ListHostedZones"], Resource: ["*"] }
                    """));
            role("prod")
                    .hasProperty(
                            "Policies.0.PolicyDocument.Statement.0.Condition.ForAllValues:StringLike",
                            Tree.ofYaml(
                                    "{ route53:ChangeResourceRecordSetsNormalizedRecordNames: ['*.shop.example.com', '*-*.shop.example.com'] }"));
        }

        @Test
        void routesEachServiceUnderItsOwnHost() {
            rendered("prod")
                    .manifests("Ingress")
                    .extracting("spec.rules.0.host")
                    .hasItems("order.shop.example.com", "web.shop.example.com");
            rendered("dev")
                    .manifests("Ingress")
                    .each(ingress -> ingress.hasField("spec.rules.0.host", "dev.shop.example.com"));
        }
    }

    @Test
    void certifiesAllHostsByOneNameOnRequest() {
        assertThat(Slipway.render(plan(ZONE.wildcard())))
                .environment("prod")
                .resource("AWS::CertificateManager::Certificate")
                .hasProperty("DomainName", "*.shop.example.com")
                .hasProperty("SubjectAlternativeNames", List.of());
    }

    @Test
    void rendersNothingWithoutRoutes() {
        assertThat(Slipway.render(plan(ZONE, "example.com", Service.java("order"))))
                .environment("dev")
                .hasStacks("network", "cluster");
    }

    @Nested
    class Checked {
        private static List<String> problems(Plan plan) {
            return plan.problems().stream()
                    .map(problem -> "%s: %s Fix: %s".formatted(problem.rule(), problem.what(), problem.fix()))
                    .toList();
        }

        @Test
        void needsTheIdOfTheZone() {
            assertThat(problems(plan(hostedZone("example.com"))))
                    .containsExactly(
                            "edge/zone-id: The id () of hosted zone example.com must be a Z and up to 31 capital letters and digits, as nothing is looked up. Fix: copy it from aws route53 list-hosted-zones-by-name --dns-name example.com into .id(..).");
        }

        @ParameterizedTest
        @ValueSource(strings = {"z0123", "/hostedzone/Z0123", "Z", "X0123"})
        void refusesWhatIsNoId(String id) {
            assertThat(plan(ZONE.id(id)).problems())
                    .extracting(problem -> problem.rule())
                    .containsExactly("edge/zone-id");
        }

        @ParameterizedTest
        @ValueSource(strings = {"example.com.", "https://example.com", "Example.com", "example"})
        void refusesWhatIsNoDomain(String domain) {
            assertThat(problems(plan(hostedZone(domain).id("Z0123"), "shop." + domain)))
                    .contains(
                            "edge/zone: The domain (%s) of the hosted zone must be a full domain name in lower case, without a dot at its end. Fix: write it as hostedZone(\"example.com\")."
                                    .formatted(domain));
        }

        @Test
        void refusesHostsOutsideOfTheZone() {
            assertThat(problems(
                            plan(ZONE, "shop.myexample.com", Service.go("web").needs(route("/")))))
                    .containsExactly(
                            "edge/zone-host: The host (dev.shop.myexample.com) of environment dev must lie in its hosted zone (example.com). Fix: choose the zone of that host, or another host.",
                            "edge/zone-host: The host (web.shop.myexample.com) of environment prod must lie in its hosted zone (example.com). Fix: choose the zone of that host, or another host.");
        }

        @Test
        void refusesMoreNamesThanACertificateHolds() {
            Service[] eleven = IntStream.rangeClosed(1, 11)
                    .mapToObj(i -> Service.go("web" + i).needs(route("/web" + i)))
                    .toArray(Service[]::new);

            assertThat(problems(plan(ZONE, "example.com", eleven)))
                    .containsExactly(
                            "edge/certificate-names: The names (11) of the certificate of environment prod must be 10 or fewer. Fix: let one name stand for them with .wildcard().");
            assertThat(problems(plan(ZONE, "example.com", java.util.Arrays.copyOf(eleven, 10))))
                    .isEmpty();
            assertThat(problems(plan(ZONE.wildcard(), "example.com", eleven))).isEmpty();
        }
    }
}
