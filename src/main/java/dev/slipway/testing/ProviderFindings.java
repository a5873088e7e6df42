package dev.slipway.testing;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with what a provider bound, as seen from what was rendered. */
final class ProviderFindings {
    private final Synthesis synthesis;
    private final EnvironmentPlan plan;

    private ProviderFindings(Synthesis synthesis, EnvironmentPlan plan) {
        this.synthesis = synthesis;
        this.plan = plan;
    }

    static List<String> of(Plan plan, Synthesis synthesis) {
        List<String> findings = new ArrayList<>();
        synthesis
                .validation()
                .get("pluginReports")
                .all()
                .filter(tree -> tree.get("description").exists())
                .map(violation -> "The CDK's validation finds: "
                        + violation.get("description").text())
                .distinct()
                .forEach(findings::add);
        plan.environments().forEach(environment -> findings.addAll(new ProviderFindings(synthesis, environment).all()));
        return findings;
    }

    private List<String> all() {
        return plan.services().stream()
                .flatMap(service -> Stream.of(
                                variables(service),
                                grants(service),
                                edges(service),
                                published(service),
                                secrets(service))
                        .flatMap(findings -> findings))
                .toList();
    }

    private static Stream<String> variables(ServicePlan service) {
        return service.variables().stream()
                .filter(variable -> !variable.name().matches("[A-Z][A-Z0-9_]*"))
                .map(variable -> "The variable (%s) of service %s must be upper case, digits and underscores."
                        .formatted(variable.name(), service.name()));
    }

    private static Stream<String> grants(ServicePlan service) {
        return service.grants().stream()
                .filter(ProviderFindings::isTooWide)
                .map(grant -> "The grant (%s on %s) of service %s must name its actions and a resource each."
                        .formatted(grant.actions(), grant.resources(), service.name()));
    }

    private static boolean isTooWide(Grant grant) {
        return grant.actions().isEmpty()
                || grant.resources().isEmpty()
                || grant.actions().stream().anyMatch(action -> action.contains("*"))
                || grant.resources().stream().anyMatch(arn -> arn.pattern().matches("\\*|arn:.*:\\*"));
    }

    private static Stream<String> edges(ServicePlan service) {
        return service.edges().stream()
                .filter(edge -> edge.reason().isBlank() || edge.port() < 1)
                .map(edge -> "The way on the network (%s) of service %s must have a reason and a port."
                        .formatted(describe(edge), service.name()));
    }

    private static String describe(NetworkEdge edge) {
        return "%s %s %s".formatted(edge.direction(), edge.peer(), edge.port());
    }

    private Stream<String> published(ServicePlan service) {
        Set<String> names = names("AWS::SSM::Parameter");
        return sources(service, Source.FromParameter.class)
                .map(source -> source.parameter().name())
                .filter(name -> !names.contains(name))
                .map(name -> "The parameter (%s) that service %s reads is published by no stack of environment %s."
                        .formatted(name, service.name(), plan.name()));
    }

    private Stream<String> secrets(ServicePlan service) {
        Set<String> names = names("AWS::SecretsManager::Secret");
        String own = plan.names().platform() + "/";
        return sources(service, Source.FromSecret.class)
                .map(Source.FromSecret::secret)
                .filter(name -> name.startsWith(own) && !names.contains(name))
                .map(name -> "The secret (%s) that service %s reads is made by no stack of environment %s."
                        .formatted(name, service.name(), plan.name()));
    }

    private static <S extends Source> Stream<S> sources(ServicePlan service, Class<S> kind) {
        return Stream.concat(
                        service.variables().stream(),
                        service.tasks().stream().flatMap(task -> task.variables().stream()))
                .map(Variable::source)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct();
    }

    private Set<String> names(String type) {
        return synthesis.resources(plan.name(), type).stream()
                .map((Resource resource) -> resource.property("Name").text())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
