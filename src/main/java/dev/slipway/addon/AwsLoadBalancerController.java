package dev.slipway.addon;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.cluster.EksNodeGroups;
import dev.slipway.capability.network.ExistingVpc;
import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.ChartChange;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.render.aws.StageTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * AWS Load Balancer Controller, which makes Application Load Balancers of routes where EKS Auto Mode does not: an environment with routes and {@code eksNodeGroups()} has it unless it says otherwise.
 *
 * <pre>{@code
 * Environment.named("dev").with(awsLoadBalancerController())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record AwsLoadBalancerController(List<ChartChange> changes, Origin origin) implements Addon, ProvisionsOnAws {
    public AwsLoadBalancerController {
        changes = List.copyOf(changes);
    }

    public static AwsLoadBalancerController awsLoadBalancerController() {
        return new AwsLoadBalancerController(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("replicaCount", 2))}. */
    public AwsLoadBalancerController with(ChartChange... more) {
        return new AwsLoadBalancerController(
                Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "aws-load-balancer-controller";
    }

    @Override
    public HelmChart chart(Place place) {
        HelmChart chart = Catalogue.AWS_LOAD_BALANCER_CONTROLLER
                .chart()
                .namespace("kube-system")
                .value("fullnameOverride", name())
                .value("serviceAccount.name", name())
                .value("clusterName", place.clusterName())
                .value("region", place.target().region())
                .value("replicaCount", 2)
                .value("podDisruptionBudget.maxUnavailable", 1)
                // each environment has a class of its own among its manifests
                .value("createIngressClassResource", false)
                .value("ingressClassParams.create", false)
                // or it would claim the load balancers of all Services, and while it is away none could be made
                .value("enableServiceMutatorWebhook", false)
                .value("enableShield", false)
                .value("enableWaf", false)
                .value("enableWafv2", true)
                // or each upgrade would make a new certificate for its webhooks
                .value("keepTLSSecret", true)
                .value("defaultTags", tags(place))
                .value("resources", Requests.of("100m", "200Mi"));
        HelmChart inVpc = place.choice(ExistingVpc.class)
                .map(vpc -> chart.value("vpcId", vpc.id()))
                .orElseGet(() -> chart.value("vpcTags", tags(place))
                        .value("vpcTags.Name", place.names().environmentWide()));
        return (place.choice(EksNodeGroups.class).isPresent()
                        ? inVpc.value("nodeSelector", OnDemandNodes.SELECTOR)
                                .value("tolerations", OnDemandNodes.TOLERATIONS)
                        : inVpc)
                .with(changes);
    }

    /** As Slipway tags all that it makes. Pods cannot ask their node for its VPC, so that they find it by these. */
    private static Map<String, String> tags(Place place) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(StageTags.ENVIRONMENT, place.names().environment());
        tags.put(StageTags.MANAGED_BY, "slipway");
        tags.put(StageTags.PLATFORM, place.names().platform());
        return tags;
    }

    @Override
    public Stream<Problem> problems(Place place) {
        return place.choice(Cluster.class).stream()
                .filter(Cluster::makesLoadBalancers)
                .map(cluster -> error(
                        "addon/load-balancer-controller",
                        origin,
                        "The cluster (%s) of environment %s makes load balancers of routes by itself; there must not be two that do."
                                .formatted(
                                        cluster.getClass().getSimpleName(),
                                        place.environment().name()),
                        "remove awsLoadBalancerController()."));
    }

    @Override
    public void provision(EnvironmentStage stage) {
        PodRole.add(stage, name(), chart(stage.place()), name(), new LoadBalancerPolicy(stage.place()).statements());
    }
}
