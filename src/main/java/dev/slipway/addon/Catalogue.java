package dev.slipway.addon;

import dev.slipway.plan.addon.HelmChart;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The charts of the add-ons that Slipway knows: the only place that has their versions.
 *
 * <pre>{@code
 * Catalogue.KEDA.chart().namespace("keda")
 * }</pre>
 */
public enum Catalogue {
    EXTERNAL_SECRETS(
            "https://charts.external-secrets.io",
            "external-secrets",
            "2.9.0",
            "https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/Chart.yaml",
            LocalDate.of(2026, 8, 8)),
    RELOADER(
            "https://stakater.github.io/stakater-charts",
            "reloader",
            "2.2.16",
            "https://github.com/stakater/Reloader/blob/master/deployments/kubernetes/chart/reloader/Chart.yaml",
            LocalDate.of(2026, 8, 10)),
    CLUSTER_AUTOSCALER(
            "https://kubernetes.github.io/autoscaler",
            "cluster-autoscaler",
            "9.59.0",
            "https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/charts/cluster-autoscaler/Chart.yaml",
            LocalDate.of(2026, 8, 22)),
    AWS_LOAD_BALANCER_CONTROLLER(
            "https://aws.github.io/eks-charts",
            "aws-load-balancer-controller",
            "3.5.0",
            "https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/Chart.yaml",
            LocalDate.of(2026, 8, 17)),
    METRICS_SERVER(
            "https://kubernetes-sigs.github.io/metrics-server",
            "metrics-server",
            "3.13.1",
            "https://github.com/kubernetes-sigs/metrics-server/blob/master/charts/metrics-server/Chart.yaml",
            LocalDate.of(2026, 8, 4)),
    CERT_MANAGER(
            "oci://quay.io/jetstack/charts",
            "cert-manager",
            "v1.21.1",
            "https://github.com/cert-manager/cert-manager/releases",
            LocalDate.of(2026, 8, 22)),
    KEDA(
            "https://kedacore.github.io/charts",
            "keda",
            "2.20.2",
            "https://github.com/kedacore/charts/blob/main/keda/Chart.yaml",
            LocalDate.of(2026, 8, 21)),
    TRAEFIK(
            "https://traefik.github.io/charts",
            "traefik",
            "41.3.0",
            "https://github.com/traefik/traefik-helm-chart/blob/master/traefik/Chart.yaml",
            LocalDate.of(2026, 8, 21)),
    VERTICAL_POD_AUTOSCALER(
            "https://charts.fairwinds.com/stable",
            "vpa",
            "5.0.0",
            "https://github.com/FairwindsOps/charts/blob/master/stable/vpa/Chart.yaml",
            LocalDate.of(2026, 8, 21));

    private static final Map<String, String> AUTOSCALERS = autoscalers();

    private final String repository;
    private final String chart;
    private final String version;
    private final String source;
    private final LocalDate seen;

    Catalogue(String repository, String chart, String version, String source, LocalDate seen) {
        this.repository = repository;
        this.chart = chart;
        this.version = version;
        this.source = source;
        this.seen = seen;
    }

    /** The image of Cluster Autoscaler for a minor version of Kubernetes, where there is one: https://github.com/kubernetes/autoscaler/releases. */
    static Optional<String> autoscalerFor(String kubernetes) {
        return Optional.ofNullable(AUTOSCALERS.get(kubernetes));
    }

    /** The chart without values, in a namespace and a release of its own name. */
    public HelmChart chart() {
        return HelmChart.of(repository, chart, version);
    }

    /** Where its version was read. */
    public String source() {
        return source;
    }

    /** The day of that. */
    public LocalDate seen() {
        return seen;
    }

    private static Map<String, String> autoscalers() {
        Map<String, String> images = new LinkedHashMap<>();
        images.put("1.34", "v1.34.5");
        images.put("1.35", "v1.35.2");
        images.put("1.36", "v1.36.1");
        return images;
    }
}
