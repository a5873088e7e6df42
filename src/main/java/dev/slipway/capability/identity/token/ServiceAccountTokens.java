package dev.slipway.capability.identity.token;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cdk8s.plus34.k8s.KubeRole;
import org.cdk8s.plus34.k8s.KubeRoleBinding;
import org.cdk8s.plus34.k8s.PolicyRule;
import org.cdk8s.plus34.k8s.RoleRef;
import org.cdk8s.plus34.k8s.Subject;

/**
 * Lets services use Kubernetes' own API as their service accounts, each with a role of exactly what it declares. It is what
 * an environment gets unless it chooses another way.
 */
@Declares
public record ServiceAccountTokens(Origin origin) implements Provider<KubernetesApi>, RunsInCluster {
    private static final String API_GROUP = "rbac.authorization.k8s.io";

    /** With a dot, which no name of a service has. */
    private static final String OF_API = ".api";

    private static final Pattern RESOURCE = Pattern.compile("[a-z]+(/[a-z]+)?(\\.[a-z0-9.-]*[a-z0-9])?");
    private static final List<String> VERBS =
            List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

    /** {@code Environment.named("dev").with(serviceAccountTokens())}. */
    public static ServiceAccountTokens serviceAccountTokens() {
        return new ServiceAccountTokens(Origin.here());
    }

    @Override
    public Class<KubernetesApi> meets() {
        return KubernetesApi.class;
    }

    @Override
    public Binding bind(Claim<? extends KubernetesApi> claim, Place place) {
        return place.choice(Cluster.class).stream()
                .flatMap(cluster -> cluster.waysToItsApi().stream())
                .map(Binding::ofEdges)
                .reduce(Binding.NOTHING, Binding::and);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return place.claims(KubernetesApi.class).stream()
                .flatMap(claim -> Stream.of(form(claim), reach(claim)).flatMap(Optional::stream));
    }

    private static Optional<Problem> form(Claim<KubernetesApi> claim) {
        KubernetesApi need = claim.need();
        boolean isExact = RESOURCE.matcher(need.resource()).matches()
                && !need.verbs().isEmpty()
                && VERBS.containsAll(need.verbs());
        return isExact
                ? Optional.empty()
                : Optional.of(error(
                        "identity/api-rule",
                        claim.origin(),
                        "What service %s may do in Kubernetes (%s %s) must name one resource in the plural and at least one verb of %s."
                                .formatted(
                                        claim.service().name(),
                                        String.join(", ", need.verbs()),
                                        need.resource(),
                                        String.join(", ", VERBS)),
                        "write it as kubernetesApi(\"jobs.batch\", \"get\", \"list\")."));
    }

    /** What would give a service the rights of others: their secrets, or pods and roles that it makes up itself. */
    private static Optional<Problem> reach(Claim<KubernetesApi> claim) {
        String resource = claim.need().resource();
        boolean reads = resource.equals("secrets")
                || resource.startsWith("pods/")
                || resource.equals("serviceaccounts/token")
                || resource.endsWith("." + API_GROUP);
        return reads
                ? Optional.of(error(
                        "identity/api-reach",
                        claim.origin(),
                        "Service %s may reach in Kubernetes (%s) what would give it the rights of every other; it must do without."
                                .formatted(claim.service().name(), resource),
                        "declare what it is for as a need of its own, such as secret(..)."))
                : Optional.empty();
    }

    @Override
    public void deploy(Manifests manifests) {
        manifests.place().servicesWith(KubernetesApi.class).forEach(service -> role(manifests, service));
    }

    private static void role(Manifests manifests, Service service) {
        String name = service.name() + OF_API;
        KubeRole.Builder.create(manifests.of(service), "Role " + name)
                .metadata(Metadata.of(manifests.place(), service, name))
                .rules(service.needs(KubernetesApi.class).stream()
                        .map(ServiceAccountTokens::rule)
                        .toList())
                .build();
        KubeRoleBinding.Builder.create(manifests.of(service), "RoleBinding " + name)
                .metadata(Metadata.of(manifests.place(), service, name))
                .roleRef(RoleRef.builder()
                        .apiGroup(API_GROUP)
                        .kind("Role")
                        .name(name)
                        .build())
                .subjects(List.of(Subject.builder()
                        .kind("ServiceAccount")
                        .name(service.name())
                        .namespace(manifests.namespace())
                        .build()))
                .build();
    }

    private static PolicyRule rule(KubernetesApi need) {
        int dot = need.resource().indexOf('.');
        return PolicyRule.builder()
                .apiGroups(List.of(dot < 0 ? "" : need.resource().substring(dot + 1)))
                .resources(List.of(dot < 0 ? need.resource() : need.resource().substring(0, dot)))
                .verbs(need.verbs())
                .build();
    }
}
