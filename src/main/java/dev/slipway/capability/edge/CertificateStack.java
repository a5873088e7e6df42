package dev.slipway.capability.edge;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.platform.Hosts;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.Statement;
import java.util.List;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.certificatemanager.CfnCertificate;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.iam.CfnRole;

/** What the stack {@code edge} has from a zone: the certificate, and what external-dns may do. Waits for the cluster. */
final class CertificateStack {
    static final String CONCERN = "edge";

    /** Namespace and service account of its chart, and the name of the chart. */
    private static final String EXTERNAL_DNS = "external-dns";

    private CertificateStack() {}

    static void provision(HostedZone zone, EnvironmentStage stage) {
        EnvironmentStack stack = stage.stack(CONCERN);
        certificate(zone, stack);
        CfnRole role = role(zone, stack);
        stack.await(stage.names().clusterSecurityGroup());
        CfnPodIdentityAssociation.Builder.create(stack, "PodIdentity " + EXTERNAL_DNS)
                .clusterName(stage.place().clusterName())
                .namespace(EXTERNAL_DNS)
                .serviceAccount(EXTERNAL_DNS)
                .roleArn(role.getAttrArn())
                .build();
    }

    private static void certificate(HostedZone zone, EnvironmentStack stack) {
        List<String> names = zone.certified(stack.stage().place());
        CfnCertificate certificate = CfnCertificate.Builder.create(stack, "Certificate")
                .domainName(names.get(0))
                .subjectAlternativeNames(names.subList(1, names.size()))
                .validationMethod("DNS")
                .domainValidationOptions(names.stream()
                        .map(name -> CfnCertificate.DomainValidationOptionProperty.builder()
                                .domainName(name)
                                .hostedZoneId(zone.id().orElseThrow())
                                .build())
                        .toList())
                .build();
        Tags.of(certificate).add("Name", stack.stage().names().environmentWide());
    }

    /** https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws. */
    private static CfnRole role(HostedZone zone, EnvironmentStack stack) {
        Place place = stack.stage().place();
        Names names = place.names();
        List<String> zoneArn = List.of("arn:%s:route53:::hostedzone/%s"
                .formatted(place.target().partition(), zone.id().orElseThrow()));
        List<Statement> statements = List.of(
                Statement.allow(List.of("route53:ChangeResourceRecordSets"), zoneArn)
                        .on(
                                "ForAllValues:StringLike",
                                "route53:ChangeResourceRecordSetsNormalizedRecordNames",
                                records(place)),
                Statement.allow(List.of("route53:ListResourceRecordSets", "route53:ListTagsForResources"), zoneArn),
                Statement.allow(List.of("route53:ListHostedZones"), List.of("*")));
        return CfnRole.Builder.create(stack, "ExternalDns")
                .roleName(names.role("platform", EXTERNAL_DNS))
                .description("external-dns: the records of the hosts of environment " + names.environment())
                .assumeRolePolicyDocument(Statement.document(List.of(Statement.podIdentity())))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("records")
                        .policyDocument(Statement.document(statements))
                        .build()))
                .build();
    }

    /** A host, and the record beside it by which external-dns remembers that it is its own: {@code cname-<host>}. */
    private static List<String> records(Place place) {
        Hosts hosts = place.environment().hosts().orElseThrow();
        String host = hosts.pattern().replace("<service>", "*");
        return List.of(host, "*-" + host);
    }
}
