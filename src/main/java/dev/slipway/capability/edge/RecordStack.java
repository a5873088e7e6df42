package dev.slipway.capability.edge;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.platform.Hosts;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.Statement;
import java.util.List;
import software.amazon.awscdk.services.eks.CfnAddon;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.iam.CfnRole;

/**
 * What makes the records of an environment's hosts, once its load balancer has an address: ExternalDNS, which EKS installs
 * as one of its community add-ons, with a role that may change these records and no others. Waits for the cluster.
 */
final class RecordStack {
    /** Name, namespace and service account of the add-on. */
    private static final String EXTERNAL_DNS = "external-dns";

    private RecordStack() {}

    static void add(HostedZone zone, EnvironmentStack stack) {
        CfnRole role = role(zone, stack);
        stack.await(stack.stage().names().clusterSecurityGroup());
        boolean isOurs = stack.stage()
                .place()
                .choice(Cluster.class)
                .filter(Cluster::isOurs)
                .isPresent();
        if (isOurs) {
            addon(zone, stack, role);
        } else {
            CfnPodIdentityAssociation.Builder.create(stack, "PodIdentity " + EXTERNAL_DNS)
                    .clusterName(stack.stage().place().clusterName())
                    .namespace(EXTERNAL_DNS)
                    .serviceAccount(EXTERNAL_DNS)
                    .roleArn(role.getAttrArn())
                    .build();
        }
    }

    /** Of the version that EKS has as the default for the cluster's Kubernetes version. */
    private static void addon(HostedZone zone, EnvironmentStack stack, CfnRole role) {
        CfnAddon.Builder.create(stack, "Addon " + EXTERNAL_DNS)
                .clusterName(stack.stage().place().clusterName())
                .addonName(EXTERNAL_DNS)
                .resolveConflicts("OVERWRITE")
                .configurationValues(configuration(zone, stack.stage().place()))
                .podIdentityAssociations(List.of(CfnAddon.PodIdentityAssociationProperty.builder()
                        .serviceAccount(EXTERNAL_DNS)
                        .roleArn(role.getAttrArn())
                        .build()))
                .build();
    }

    /**
     * A record whose Ingress is gone goes too, so that no name of ours points to what is somebody else's by then; in
     * production it stays until somebody removes it, as an Ingress that was deleted by mistake comes back.
     */
    private static String configuration(HostedZone zone, Place place) {
        String policy = place.environment().isProduction() ? "upsert-only" : "sync";
        return "{\"domainFilters\":[\"%s\"],\"policy\":\"%s\",\"registry\":\"txt\",\"sources\":[\"ingress\"],\"txtOwnerId\":\"%s\"}"
                .formatted(zone.domain(), policy, place.names().environmentWide());
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
