package dev.slipway.review.across;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.template.Intrinsics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An association, the role that it hands out, and the service account and the namespace that it hands it to. */
public final class PodIdentities {
    private static final String ASSOCIATION = "AWS::EKS::PodIdentityAssociation";
    private static final String ROLE = "AWS::IAM::Role";

    /** What the agent on each node assumes roles as: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html. */
    private static final String AGENT = "pods.eks.amazonaws.com";

    private static final List<String> ACTIONS = List.of("sts:AssumeRole", "sts:TagSession");

    private final Planes planes;

    private PodIdentities(Planes planes) {
        this.planes = planes;
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis).map(PodIdentities::new).flatMap(PodIdentities::all);
    }

    private Stream<Finding> all() {
        Set<String> seen = new TreeSet<>();
        return Stream.concat(
                planes.ofType(ASSOCIATION).flatMap(association -> Stream.of(
                                role(association), cluster(association), account(association), twice(association, seen))
                        .flatMap(findings -> findings)),
                idle());
    }

    private static String namespace(Resource association) {
        return association.property("Namespace").text();
    }

    private static String accountOf(Resource association) {
        return association.property("ServiceAccount").text();
    }

    private Stream<Finding> role(Resource association) {
        Tree arn = association.property("RoleArn");
        if (!arn.get("Fn::GetAtt").exists()) {
            return Stream.empty();
        }
        String id = arn.at("Fn::GetAtt.0").text();
        Optional<Resource> role = association.template().resources(ROLE).stream()
                .filter(resource -> resource.id().equals(id))
                .findFirst();
        if (role.isEmpty()) {
            return Stream.of(
                    of(association, "Properties.RoleArn", "(%s) must be a role of the same stack.".formatted(id)));
        }
        return role.stream().filter(found -> !isForPods(found)).map(found -> Finding.about(
                        found,
                        "Properties.AssumeRolePolicyDocument",
                        "must let %s do %s, as pods of service account %s get it."
                                .formatted(AGENT, String.join(" and ", ACTIONS), accountOf(association)))
                .ofService(accountOf(association)));
    }

    private static boolean isForPods(Resource role) {
        return role.property("AssumeRolePolicyDocument.Statement").items().stream()
                .filter(statement -> statement.at("Principal.Service").texts().contains(AGENT))
                .anyMatch(statement -> statement.get("Action").texts().containsAll(ACTIONS));
    }

    private Stream<Finding> cluster(Resource association) {
        Tree name = association.property("ClusterName");
        List<String> names = planes.ofType("AWS::EKS::Cluster")
                .map(cluster -> cluster.property("Name").text())
                .toList();
        return name.text().isEmpty() || names.isEmpty() || names.contains(name.text())
                ? Stream.empty()
                : Stream.of(of(
                        association,
                        "Properties.ClusterName",
                        "(%s) must be a cluster of environment %s (%s)."
                                .formatted(name.text(), planes.name(), String.join(", ", names))));
    }

    /** Of the accounts in the namespaces of charts only their charts know. */
    private Stream<Finding> account(Resource association) {
        String namespace = namespace(association);
        boolean isOurs =
                planes.ofKind("Namespace").anyMatch(object -> object.name().equals(namespace));
        if (isOurs) {
            return planes.find("ServiceAccount", namespace, accountOf(association))
                            .isPresent()
                    ? Stream.empty()
                    : Stream.of(of(
                            association,
                            "Properties.ServiceAccount",
                            "(%s) must be a service account of namespace %s."
                                    .formatted(accountOf(association), namespace)));
        }
        boolean isOfChart = planes.synthesis().charts(planes.name()).stream()
                .anyMatch(chart -> chart.namespace().equals(namespace));
        return isOfChart || namespace.startsWith("kube-")
                ? Stream.empty()
                : Stream.of(of(
                        association,
                        "Properties.Namespace",
                        "(%s) must be a namespace of environment %s, or of one of its charts."
                                .formatted(namespace, planes.name())));
    }

    /** EKS takes one association for each service account. */
    private Stream<Finding> twice(Resource association, Set<String> seen) {
        String account = accountOf(association);
        return seen.add(namespace(association) + "/" + account)
                ? Stream.empty()
                : Stream.of(of(
                        association,
                        "Properties.ServiceAccount",
                        "(%s) must have one association in namespace %s, not two."
                                .formatted(account, namespace(association))));
    }

    /** A role that waits for pods which never get it. */
    private Stream<Finding> idle() {
        Set<String> handedOut = Stream.concat(
                        planes.ofType(ASSOCIATION)
                                .map(association -> arn(association, association.property("RoleArn"))),
                        planes.ofType("AWS::EKS::Addon")
                                .flatMap(addon -> addon.property("PodIdentityAssociations").items().stream()
                                        .map(identity -> arn(addon, identity.get("RoleArn")))))
                .collect(Collectors.toCollection(TreeSet::new));
        return planes.ofType(ROLE)
                .filter(PodIdentities::isForPods)
                .filter(role -> !handedOut.contains(
                        "${%s/%s/Arn}".formatted(role.template().path(), role.id())))
                .map(role -> Finding.about(
                                role,
                                "Properties.RoleName",
                                "(%s) must be handed out by an association, or no pod ever has it."
                                        .formatted(role.property("RoleName").text()))
                        .asWarning());
    }

    private static String arn(Resource resource, Tree value) {
        return Intrinsics.text(resource.template(), value);
    }

    private static Finding of(Resource association, String field, String what) {
        return Finding.about(association, field, what).ofService(accountOf(association));
    }
}
