package dev.slipway.part;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Names;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.platform.Choice;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.render.aws.ProvisionsShared;
import dev.slipway.render.aws.SharedStage;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.workload.Workloads;
import dev.slipway.workload.pod.Configuration;
import dev.slipway.workload.subject.Subject;
import dev.slipway.workload.traffic.NetworkPolicies;
import java.util.List;
import java.util.stream.Stream;
import org.cdk8s.Chart;
import software.constructs.Construct;

/**
 * What an environment's plan becomes, part by part, in a CDK app or a cdk8s chart of one's own.
 *
 * <pre>{@code
 * Parts dev = Parts.of(Slipway.plan(platform), "dev");
 * dev.stage(app, ProvisionedMsk.class);       // the stack dev/streaming, and no other
 * dev.workload(chart, "order");               // the hardened Deployment and all that belongs to it
 * }</pre>
 */
public final class Parts {
    private final EnvironmentPlan plan;
    private final List<EnvironmentPlan> sharing;

    private Parts(EnvironmentPlan plan, List<EnvironmentPlan> sharing) {
        this.plan = plan;
        this.sharing = sharing;
    }

    /**
     * The parts of an environment.
     *
     * @throws InvalidPlatformException where the plan has an error
     * @throws IllegalArgumentException where there is no such environment; the message lists those that there are
     */
    public static Parts of(Plan plan, String environment) {
        List<EnvironmentPlan> all = plan.verify().environments();
        EnvironmentPlan found = all.stream()
                .filter(candidate -> candidate.name().equals(environment))
                .findFirst()
                .orElseThrow(
                        () -> unknown("environment", environment, all.stream().map(EnvironmentPlan::name)));
        return new Parts(
                found,
                all.stream()
                        .filter(candidate ->
                                candidate.place().target().equals(found.place().target()))
                        .toList());
    }

    /** Every name that the parts use, such as that of the parameter that holds the VPC's id. */
    public Names names() {
        return plan.names();
    }

    /**
     * A stage with the stacks of some choices alone.
     *
     * @param parts classes of choices, such as {@code ProvisionedMsk.class}
     * @throws IllegalArgumentException where the environment makes no such choice; the message lists those that it makes
     */
    public StagePart stage(Construct scope, Class<?>... parts) {
        List<ProvisionsOnAws> chosen = chosen(ProvisionsOnAws.class, parts);
        EnvironmentStage stage = new EnvironmentStage(scope, plan);
        chosen.forEach(part -> part.provision(stage));
        return new StagePart(stage, stage.orderStacksOfPart());
    }

    /**
     * A stage with what some choices make once in an account and region.
     *
     * @param parts classes of choices, such as {@code Ecr.class}
     * @throws IllegalArgumentException where the environment makes no such choice; the message lists those that it makes
     */
    public SharedStage shared(Construct scope, Class<?>... parts) {
        List<ProvisionsShared> chosen = chosen(ProvisionsShared.class, parts);
        SharedStage stage = new SharedStage(scope, "shared", sharing, sharing);
        chosen.forEach(part -> part.provisionShared(stage));
        return stage;
    }

    /** Adds everything of a service to a chart, in which no other service stands. */
    public void workload(Chart chart, String service) {
        Workloads.deploy(Manifests.into(plan, chart), planned(service));
    }

    /** Adds what holds a service's pods to its planned ways on the network, and nothing else of it. */
    public void networkPolicies(Chart chart, String service) {
        NetworkPolicies.add(subject(chart, service));
    }

    /** Adds a service's ConfigMap, its ExternalSecret, and the stores that this one reads from. */
    public void configuration(Chart chart, String service) {
        Subject subject = subject(chart, service);
        Configuration.of(subject).add(subject);
    }

    private Subject subject(Chart chart, String service) {
        return Subject.of(Manifests.into(plan, chart), planned(service));
    }

    private ServicePlan planned(String service) {
        return plan.services().stream()
                .filter(candidate -> candidate.name().equals(service))
                .findFirst()
                .orElseThrow(() ->
                        unknown("service", service, plan.services().stream().map(ServicePlan::name)));
    }

    private <T> List<T> chosen(Class<T> face, Class<?>... parts) {
        List<Choice> able =
                plan.place().choices().stream().filter(face::isInstance).toList();
        return Stream.of(parts)
                .map(part -> able.stream()
                        .filter(part::isInstance)
                        .map(face::cast)
                        .findFirst()
                        .orElseThrow(() -> unknown(
                                "part", part.getSimpleName(), able.stream().map(choice -> choice.getClass()
                                        .getSimpleName()))))
                .toList();
    }

    private static IllegalArgumentException unknown(String kind, String name, Stream<String> there) {
        return new IllegalArgumentException("There is no %s (%s); there are %s.".formatted(kind, name, there.toList()));
    }

    /**
     * Some stacks of an environment.
     *
     * @param reads what its stacks read from Parameter Store and none of them publishes: somebody else has to, under these
     *     names, before they are deployed
     */
    public record StagePart(EnvironmentStage stage, List<Parameter> reads) {
        public StagePart {
            reads = List.copyOf(reads);
        }
    }
}
