package dev.slipway.review.manifest;

import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which objects belong in a namespace, and what a cluster holds without being told to by the manifests. */
final class Scopes {
    /** Kinds outside namespaces. */
    private static final Set<String> GLOBAL = set(
            "APIService",
            "CSIDriver",
            "CSINode",
            "CertificateSigningRequest",
            "ClusterExternalSecret",
            "ClusterIssuer",
            "ClusterRole",
            "ClusterRoleBinding",
            "ClusterSecretStore",
            "ClusterTrustBundle",
            "CustomResourceDefinition",
            "DeviceClass",
            "EC2NodeClass",
            "FlowSchema",
            "GatewayClass",
            "IPAddress",
            "IngressClass",
            "IngressClassParams",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding",
            "MutatingWebhookConfiguration",
            "Namespace",
            "Node",
            "NodeClass",
            "NodePool",
            "PersistentVolume",
            "PriorityClass",
            "PriorityLevelConfiguration",
            "ResourceSlice",
            "RuntimeClass",
            "ServiceCIDR",
            "StorageClass",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration",
            "VolumeAttachment",
            "VolumeAttributesClass",
            "VolumeSnapshotClass",
            "VolumeSnapshotContent");

    static final Set<String> NAMESPACES = set("default", "kube-system", "kube-public");

    /** Made in every namespace by the controller manager. */
    static final Set<String> CONFIG_MAPS = set("kube-root-ca.crt");

    static final Set<String> SERVICE_ACCOUNTS = set("default");

    static final Set<String> PRIORITY_CLASSES = set("system-cluster-critical", "system-node-critical");

    /** {@code gp2} is in every EKS cluster, {@code standard} in every minikube and kind. */
    static final Set<String> STORAGE_CLASSES = set("gp2", "standard");

    /** https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings. */
    static final Set<String> CLUSTER_ROLES = set("admin", "cluster-admin", "edit", "view");

    private Scopes() {}

    private static Set<String> set(String... names) {
        return new TreeSet<>(List.of(names));
    }

    static Stream<Finding> findings(Environment environment) {
        return environment.objects().stream().map(Field::root).flatMap(root -> {
            Field namespace = root.at("metadata.namespace");
            if (GLOBAL.contains(root.text("kind"))) {
                return namespace.exists()
                        ? Stream.of(namespace.finding(
                                "scope", "(%s) must be absent: the kind has no namespace.".formatted(namespace.text())))
                        : Stream.empty();
            }
            if (!namespace.exists()) {
                return Stream.of(namespace.finding(
                        "scope", "must name a namespace: the object would land in whichever is current."));
            }
            return Scopes.NAMESPACES.contains(namespace.text()) || environment.has("Namespace", namespace.text())
                    ? Stream.empty()
                    : Stream.of(namespace.finding(
                            "scope",
                            "(%s) must be a namespace of the output, or one that every cluster has."
                                    .formatted(namespace.text())));
        });
    }
}
