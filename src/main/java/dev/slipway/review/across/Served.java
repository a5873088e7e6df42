package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Kinds and policies of the output that need somebody in the cluster: an add-on, a chart, or a setting of EKS itself. */
public final class Served {
    /** In the place of the name of a chart: EKS serves the group in Auto Mode. */
    private static final String AUTO_MODE = "EKS Auto Mode";

    /** By API group beyond Kubernetes' own: the charts, add-ons of EKS or modes that bring it. */
    private static final Map<String, List<String>> SERVERS = new TreeMap<>(Map.ofEntries(
            Map.entry("acme.cert-manager.io", List.of("cert-manager")),
            Map.entry("argoproj.io", List.of("argo-cd", "argo-rollouts")),
            Map.entry("autoscaling.k8s.io", List.of("vertical-pod-autoscaler")),
            Map.entry("cert-manager.io", List.of("cert-manager")),
            Map.entry("eks.amazonaws.com", List.of(AUTO_MODE)),
            Map.entry("elbv2.k8s.aws", List.of("aws-load-balancer-controller")),
            Map.entry("external-secrets.io", List.of("external-secrets")),
            Map.entry("karpenter.sh", List.of(AUTO_MODE, "karpenter")),
            Map.entry("keda.sh", List.of("keda")),
            Map.entry("monitoring.coreos.com", List.of("kube-prometheus-stack", "prometheus-operator-crds")),
            Map.entry("networking.istio.io", List.of("base", "istiod")),
            Map.entry("networking.k8s.aws", List.of(AUTO_MODE, "vpc-cni")),
            Map.entry("security.istio.io", List.of("base", "istiod")),
            Map.entry("traefik.io", List.of("traefik"))));

    /** By the controller of a class, the provisioner of another, or an annotation: who answers to it. */
    private static final Map<String, List<String>> CONTROLLERS = new TreeMap<>(Map.ofEntries(
            Map.entry("ebs.csi.aws.com", List.of("aws-ebs-csi-driver")),
            Map.entry("ebs.csi.eks.amazonaws.com", List.of(AUTO_MODE)),
            Map.entry("eks.amazonaws.com/alb", List.of(AUTO_MODE)),
            Map.entry("ingress.k8s.aws/alb", List.of("aws-load-balancer-controller")),
            Map.entry("k8s.io/ingress-nginx", List.of("ingress-nginx")),
            Map.entry("traefik.io/ingress-controller", List.of("traefik"))));

    private static final String RELOADER = "secret.reloader.stakater.com/reload";

    private final Planes planes;

    private Served(Planes planes) {
        this.planes = planes;
    }

    /** In a cluster of somebody else nobody here knows what is served. */
    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis)
                .filter(planes -> planes.cluster().isPresent())
                .map(Served::new)
                .flatMap(served -> Stream.of(
                                served.kinds(),
                                served.controllers(),
                                served.policies(),
                                served.metrics(),
                                served.reloaded())
                        .flatMap(findings -> findings));
    }

    private boolean isThere(List<String> servers) {
        return servers.stream()
                .anyMatch(server -> server.equals(AUTO_MODE)
                        ? planes.isAutoMode()
                        : planes.hasChart(server) || planes.hasEksAddon(server));
    }

    private Stream<Finding> kinds() {
        return planes.objects().stream().flatMap(object -> Optional.ofNullable(SERVERS.get(group(object))).stream()
                .filter(servers -> !isThere(servers) && !isDefined(object))
                .map(servers -> Finding.about(
                        object,
                        "apiVersion",
                        "(%s) must be served in the cluster of environment %s: by %s."
                                .formatted(
                                        object.at("apiVersion").text(), planes.name(), String.join(" or ", servers)))));
    }

    private static String group(Manifest object) {
        String version = object.at("apiVersion").text();
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    /** By a definition in the output itself. */
    private boolean isDefined(Manifest object) {
        return planes.ofKind("CustomResourceDefinition")
                .anyMatch(definition -> definition.at("spec.group").text().equals(group(object))
                        && definition.at("spec.names.kind").text().equals(object.kind()));
    }

    private Stream<Finding> controllers() {
        Stream<Finding> ingresses =
                planes.ofKind("IngressClass").flatMap(object -> controller(object, "spec.controller"));
        Stream<Finding> volumes = planes.ofKind("StorageClass").flatMap(object -> controller(object, "provisioner"));
        return Stream.concat(ingresses, volumes);
    }

    private Stream<Finding> controller(Manifest object, String field) {
        String name = object.at(field).text();
        return Optional.ofNullable(CONTROLLERS.get(name)).stream()
                .filter(servers -> !isThere(servers))
                .map(servers -> Finding.about(
                        object,
                        field,
                        "(%s) must run in the cluster of environment %s: by %s."
                                .formatted(name, planes.name(), String.join(" or ", servers))));
    }

    /** Without its switch the API server takes policies, and nobody enforces them. */
    private Stream<Finding> policies() {
        boolean isEnforced = planes.isAutoMode()
                ? planes.find("ConfigMap", "kube-system", "amazon-vpc-cni")
                        .filter(map ->
                                map.at("data.enable-network-policy-controller").isTrue())
                        .isPresent()
                : planes.hasChart("cilium")
                        || planes.hasChart("tigera-operator")
                        || planes.ofType("AWS::EKS::Addon")
                                .filter(addon ->
                                        addon.property("AddonName").text().equals("vpc-cni"))
                                .anyMatch(addon -> addon.property("ConfigurationValues")
                                        .text()
                                        .matches("(?s).*\"enableNetworkPolicy\"\\s*:\\s*\"?true.*"));
        return isEnforced
                ? Stream.empty()
                : planes.ofKind("NetworkPolicy")
                        .limit(1)
                        .map(policy -> Finding.about(
                                policy,
                                "",
                                "must be enforced in the cluster of environment %s, as all its policies: by %s."
                                        .formatted(
                                                planes.name(),
                                                planes.isAutoMode()
                                                        ? "ConfigMap amazon-vpc-cni in kube-system with enable-network-policy-controller \"true\""
                                                        : "the add-on vpc-cni with enableNetworkPolicy \"true\"")));
    }

    private Stream<Finding> metrics() {
        return isThere(List.of("metrics-server"))
                ? Stream.empty()
                : planes.ofKind("HorizontalPodAutoscaler")
                        .filter(scaler -> scaler.at("spec.metrics").items().stream()
                                .anyMatch(metric -> metric.get("type").text().matches("Resource|ContainerResource")))
                        .map(scaler -> Finding.about(
                                scaler,
                                "spec.metrics",
                                "must be measured in the cluster of environment %s: by metrics-server."
                                        .formatted(planes.name())));
    }

    /** A Secret that follows one on AWS changes when that is rotated; one that a job makes stays. */
    private boolean readsWhatChanges(Manifest object) {
        String secrets = object.at("metadata.annotations").get(RELOADER).text();
        return Stream.of(secrets.split(",", -1)).anyMatch(secret -> planes.ofKind("ExternalSecret")
                .anyMatch(external -> external.namespace().equals(object.namespace())
                        && external.at("spec.target.name").text().equals(secret)));
    }

    private Stream<Finding> reloaded() {
        return isThere(List.of("reloader"))
                ? Stream.empty()
                : planes.objects().stream()
                        .filter(this::readsWhatChanges)
                        .map(object -> Finding.about(
                                object,
                                "metadata.annotations",
                                "(%s) must be heeded in the cluster of environment %s: by reloader."
                                        .formatted(RELOADER, planes.name())));
    }
}
