package dev.slipway.review.release;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** API versions that the cluster, or the next version of Kubernetes, does not serve. */
public final class ApiVersions {
    /**
     * An API version of a kind, where it was or will be served for some versions of Kubernetes only.
     *
     * @param kind empty where it is all of the group
     * @param since the minor version that first serves it
     * @param until the minor version that no longer does; no end is known where it is 0
     * @param instead what to write, where there is something
     */
    private record Served(String apiVersion, String kind, int since, int until, String instead) {
        boolean is(Manifest object) {
            return object.at("apiVersion").text().equals(apiVersion)
                    && (kind.isEmpty() || object.kind().equals(kind));
        }
    }

    /**
     * From https://kubernetes.io/docs/reference/using-api/deprecation-guide/; from 1.34 on by the policy that a beta is served
     * for six minor versions after it was introduced, as {@code prerelease-lifecycle-gen} of Kubernetes has it.
     */
    private static final List<Served> ALL = List.of(
            gone("extensions/v1beta1", "Ingress", 22, "networking.k8s.io/v1"),
            gone("extensions/v1beta1", "", 16, "apps/v1"),
            gone("apps/v1beta1", "", 16, "apps/v1"),
            gone("apps/v1beta2", "", 16, "apps/v1"),
            gone(
                    "admissionregistration.k8s.io/v1beta1",
                    "ValidatingWebhookConfiguration",
                    22,
                    "admissionregistration.k8s.io/v1"),
            gone(
                    "admissionregistration.k8s.io/v1beta1",
                    "MutatingWebhookConfiguration",
                    22,
                    "admissionregistration.k8s.io/v1"),
            gone(
                    "admissionregistration.k8s.io/v1beta1",
                    "ValidatingAdmissionPolicy",
                    34,
                    "admissionregistration.k8s.io/v1"),
            gone(
                    "admissionregistration.k8s.io/v1beta1",
                    "ValidatingAdmissionPolicyBinding",
                    34,
                    "admissionregistration.k8s.io/v1"),
            gone("apiextensions.k8s.io/v1beta1", "", 22, "apiextensions.k8s.io/v1"),
            gone("apiregistration.k8s.io/v1beta1", "", 22, "apiregistration.k8s.io/v1"),
            gone("certificates.k8s.io/v1beta1", "CertificateSigningRequest", 22, "certificates.k8s.io/v1"),
            gone("coordination.k8s.io/v1beta1", "Lease", 22, "coordination.k8s.io/v1"),
            gone("networking.k8s.io/v1beta1", "Ingress", 22, "networking.k8s.io/v1"),
            gone("networking.k8s.io/v1beta1", "IngressClass", 22, "networking.k8s.io/v1"),
            gone("networking.k8s.io/v1beta1", "ServiceCIDR", 37, "networking.k8s.io/v1"),
            gone("networking.k8s.io/v1beta1", "IPAddress", 37, "networking.k8s.io/v1"),
            gone("rbac.authorization.k8s.io/v1beta1", "", 22, "rbac.authorization.k8s.io/v1"),
            gone("scheduling.k8s.io/v1beta1", "", 22, "scheduling.k8s.io/v1"),
            gone("storage.k8s.io/v1beta1", "StorageClass", 22, "storage.k8s.io/v1"),
            gone("storage.k8s.io/v1beta1", "CSIDriver", 22, "storage.k8s.io/v1"),
            gone("storage.k8s.io/v1beta1", "CSINode", 22, "storage.k8s.io/v1"),
            gone("storage.k8s.io/v1beta1", "VolumeAttachment", 22, "storage.k8s.io/v1"),
            gone("storage.k8s.io/v1beta1", "CSIStorageCapacity", 27, "storage.k8s.io/v1"),
            gone("storage.k8s.io/v1beta1", "VolumeAttributesClass", 37, "storage.k8s.io/v1"),
            gone("batch/v1beta1", "CronJob", 25, "batch/v1"),
            gone("discovery.k8s.io/v1beta1", "EndpointSlice", 25, "discovery.k8s.io/v1"),
            gone("events.k8s.io/v1beta1", "Event", 25, "events.k8s.io/v1"),
            gone("node.k8s.io/v1beta1", "RuntimeClass", 25, "node.k8s.io/v1"),
            gone("policy/v1beta1", "PodDisruptionBudget", 25, "policy/v1"),
            gone("policy/v1beta1", "PodSecurityPolicy", 25, "labels of pod security on namespaces"),
            gone("autoscaling/v2beta1", "", 25, "autoscaling/v2"),
            gone("autoscaling/v2beta2", "", 26, "autoscaling/v2"),
            gone("flowcontrol.apiserver.k8s.io/v1beta1", "", 26, "flowcontrol.apiserver.k8s.io/v1"),
            gone("flowcontrol.apiserver.k8s.io/v1beta2", "", 29, "flowcontrol.apiserver.k8s.io/v1"),
            gone("flowcontrol.apiserver.k8s.io/v1beta3", "", 32, "flowcontrol.apiserver.k8s.io/v1"),
            since("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", 30),
            since("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding", 30),
            since("networking.k8s.io/v1", "ServiceCIDR", 33),
            since("networking.k8s.io/v1", "IPAddress", 33),
            since("storage.k8s.io/v1", "VolumeAttributesClass", 34),
            since("resource.k8s.io/v1", "", 34));

    private ApiVersions() {}

    private static Served gone(String apiVersion, String kind, int until, String instead) {
        return new Served(apiVersion, kind, 0, until, instead);
    }

    private static Served since(String apiVersion, String kind, int since) {
        return new Served(apiVersion, kind, since, 0, "");
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return synthesis.environments().stream().flatMap(environment -> {
            // EKS takes its newest where a cluster names no version
            Optional<Integer> named = synthesis.resources(environment, "AWS::EKS::Cluster").stream()
                    .flatMap(cluster ->
                            EksRelease.minor(cluster.property("Version").text()).stream())
                    .findFirst();
            int minor = named.or(() -> EksRelease.minor(EksRelease.OLDEST)).orElseThrow();
            boolean isKnown = named.isPresent();
            return synthesis.manifests(environment).stream()
                    .flatMap(object -> ALL.stream()
                            .filter(served -> served.is(object))
                            .findFirst()
                            .flatMap(served -> of(object, served, minor, isKnown))
                            .stream());
        });
    }

    private static Optional<Finding> of(Manifest object, Served served, int minor, boolean isKnown) {
        if (served.until() > 0 && served.until() <= minor) {
            return Optional.of(about(
                    object,
                    "(%s) must be %s: Kubernetes 1.%s took it away, and the cluster has 1.%s%s."
                            .formatted(
                                    served.apiVersion(),
                                    served.instead(),
                                    served.until(),
                                    minor,
                                    isKnown ? "" : " at least")));
        }
        if (isKnown && served.until() == minor + 1) {
            return Optional.of(about(
                            object,
                            "(%s) must be %s before the cluster is upgraded: Kubernetes 1.%s takes it away."
                                    .formatted(served.apiVersion(), served.instead(), served.until()))
                    .asWarning());
        }
        return isKnown && served.since() > minor
                ? Optional.of(about(
                        object,
                        "(%s) must be one that the cluster serves: it has Kubernetes 1.%s, and needs 1.%s."
                                .formatted(served.apiVersion(), minor, served.since())))
                : Optional.empty();
    }

    private static Finding about(Manifest object, String what) {
        return Finding.about(object, "apiVersion", what);
    }
}
