package dev.slipway.capability.identity.access;

import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.List;
import org.cdk8s.plus34.k8s.KubeClusterRoleBinding;
import org.cdk8s.plus34.k8s.KubeRole;
import org.cdk8s.plus34.k8s.KubeRoleBinding;
import org.cdk8s.plus34.k8s.PolicyRule;
import org.cdk8s.plus34.k8s.RoleRef;
import org.cdk8s.plus34.k8s.Subject;

/** The roles of Kubernetes' RBAC, bound to groups. */
record AccessRoles(Manifests manifests, ClusterAccess access) {
    private static final String API_GROUP = "rbac.authorization.k8s.io";
    private static final List<String> SEE = List.of("get", "list", "watch");

    /** What developers see of a group of the API. Secrets are not among it, nor what shows them: exec, attach, proxy. */
    private record Seen(String group, List<String> resources) {}

    private static final List<Seen> SEEN = List.of(
            new Seen(
                    "",
                    List.of(
                            "configmaps",
                            "events",
                            "limitranges",
                            "persistentvolumeclaims",
                            "pods",
                            "pods/log",
                            "resourcequotas",
                            "serviceaccounts",
                            "services")),
            new Seen("apps", List.of("deployments", "replicasets", "statefulsets")),
            new Seen("autoscaling", List.of("horizontalpodautoscalers")),
            new Seen("autoscaling.k8s.io", List.of("verticalpodautoscalers")),
            new Seen("batch", List.of("cronjobs", "jobs")),
            new Seen("discovery.k8s.io", List.of("endpointslices")),
            new Seen("events.k8s.io", List.of("events")),
            new Seen("external-secrets.io", List.of("externalsecrets", "secretstores")),
            new Seen("gateway.networking.k8s.io", List.of("gateways", "httproutes")),
            new Seen("keda.sh", List.of("scaledobjects", "triggerauthentications")),
            new Seen("metrics.k8s.io", List.of("pods")),
            new Seen("networking.k8s.aws", List.of("applicationnetworkpolicies")),
            new Seen("networking.k8s.io", List.of("ingresses", "networkpolicies")),
            new Seen("policy", List.of("poddisruptionbudgets")));

    void deploy() {
        List<String> developers = Groups.of(manifests.place(), Groups.DEVELOPERS, access.developers());
        if (!developers.isEmpty()) {
            KubeRole.Builder.create(manifests.platform(), "Role " + Groups.DEVELOPERS)
                    .metadata(Metadata.shared(manifests.place(), Groups.DEVELOPERS))
                    .rules(SEEN.stream().map(AccessRoles::rule).toList())
                    .build();
            bind(Groups.DEVELOPERS, "Role", Groups.DEVELOPERS, developers);
        }
        List<String> admins = Groups.of(manifests.place(), Groups.ADMINS, access.admins());
        if (!admins.isEmpty()) {
            // Kubernetes' own, which charts with kinds of their own add to
            bind(Groups.ADMINS, "ClusterRole", "admin", admins);
        }
        if (!Groups.isOnAws(manifests.place()) && !access.clusterAdmins().isEmpty()) {
            bindEverywhere(access.clusterAdmins());
        }
    }

    private static PolicyRule rule(Seen seen) {
        return PolicyRule.builder()
                .apiGroups(List.of(seen.group()))
                .resources(seen.resources())
                .verbs(SEE)
                .build();
    }

    private void bind(String name, String kind, String role, List<String> groups) {
        KubeRoleBinding.Builder.create(manifests.platform(), "RoleBinding " + name)
                .metadata(Metadata.shared(manifests.place(), name))
                .roleRef(reference(kind, role))
                .subjects(groups.stream().map(AccessRoles::group).toList())
                .build();
    }

    private void bindEverywhere(List<String> groups) {
        String name = Groups.planned(manifests.names(), "cluster-admins");
        KubeClusterRoleBinding.Builder.create(manifests.platform(), "ClusterRoleBinding " + name)
                .metadata(Metadata.clusterWide(manifests.place(), name))
                .roleRef(reference("ClusterRole", "cluster-admin"))
                .subjects(groups.stream().map(AccessRoles::group).toList())
                .build();
    }

    private static RoleRef reference(String kind, String name) {
        return RoleRef.builder().apiGroup(API_GROUP).kind(kind).name(name).build();
    }

    private static Subject group(String name) {
        return Subject.builder().apiGroup(API_GROUP).kind("Group").name(name).build();
    }
}
