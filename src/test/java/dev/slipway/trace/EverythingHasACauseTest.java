package dev.slipway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.acceptance.Rendered;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nothing in the output of any blueprint is there without a line of its program, or a default that is said to be one. */
class EverythingHasACauseTest {
    private static final List<String> FILES_OF_DEFAULTS = List.of("Defaults.java", "DefaultAddons.java", "unknown");

    @TestFactory
    Stream<DynamicTest> everythingThatABlueprintRendersHasACause() {
        return Rendered.blueprints().entrySet().stream()
                .map(blueprint -> DynamicTest.dynamicTest(
                        blueprint.getKey(), () -> check(blueprint.getKey(), blueprint.getValue())));
    }

    private static void check(String name, Synthesis synthesis) {
        Plan plan = Slipway.plan(Rendered.platform(name));
        Map<String, List<Cause>> causes = all(plan, synthesis);

        assertThat(causes).hasSizeGreaterThan(1000);
        assertThat(causes).allSatisfy((what, why) -> {
            assertThat(why).as(what).isNotEmpty();
            assertThat(why).as(what).allSatisfy(cause -> {
                assertThat(cause.declared()).isNotBlank();
                assertThat(cause.origin().line()).as("line of %s", cause).isPositive();
                assertThat(FILES_OF_DEFAULTS)
                        .as("files of Slipway and not of %s", name)
                        .doesNotContain(cause.origin().file());
            });
        });
    }

    /** By what it is, why it is there. */
    private static Map<String, List<Cause>> all(Plan plan, Synthesis synthesis) {
        Trace trace = Trace.of(plan, synthesis);
        Map<String, List<Cause>> causes = new TreeMap<>();
        for (Template template : synthesis.templates()) {
            for (Resource resource : template.resources()) {
                causes.put(resource.toString(), trace.causes(resource));
                int number = 0;
                for (Tree statement : statements(resource)) {
                    causes.put("statement %s of %s".formatted(number++, resource), trace.causes(resource, statement));
                }
            }
        }
        for (EnvironmentPlan environment : plan.environments()) {
            synthesis
                    .charts(environment.name())
                    .forEach(chart -> causes.put(
                            "chart " + chart, trace.of(chart).stream().toList()));
            synthesis.manifests(environment.name()).forEach(object -> ofObject(trace, object, causes));
            environment.services().forEach(service -> service.edges()
                    .forEach(edge -> causes.put(
                            "way %s of %s in %s".formatted(edge, service.name(), environment.name()),
                            trace.causes(environment.name(), service.name(), edge))));
        }
        return causes;
    }

    private static List<Tree> statements(Resource resource) {
        if (!resource.type().startsWith("AWS::IAM::")) {
            return List.of();
        }
        return resource.tree().all().filter(tree -> tree.get("Effect").exists()).toList();
    }

    private static void ofObject(Trace trace, Manifest object, Map<String, List<Cause>> causes) {
        causes.put("object " + object, trace.causes(object));
        for (Direction direction : Direction.values()) {
            int number = 0;
            String field = direction == Direction.IN ? "spec.ingress" : "spec.egress";
            List<Tree> rules =
                    object.kind().endsWith("NetworkPolicy") ? object.at(field).items() : List.of();
            for (Tree rule : rules) {
                causes.put(
                        "rule %s %s of %s".formatted(direction, number++, object),
                        trace.causes(object, direction, rule));
            }
        }
        variables(object).forEach(variable -> {
            String owner =
                    object.at("metadata.labels").get("app.kubernetes.io/name").text();
            List<Cause> found = trace.causesOfVariable(object.environment(), owner, variable);
            causes.put("variable %s of %s".formatted(variable, object), found);
        });
    }

    /** Those of pods of services and tasks: as they stand in the container, and in the ConfigMap that it reads whole. */
    private static List<String> variables(Manifest object) {
        if (object.file().equals("platform")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        if (object.kind().equals("ConfigMap") && !object.name().contains(".")) {
            names.addAll(object.tree().get("data").fields().keySet());
        }
        object.tree().get("spec").all().forEach(tree -> tree.get("env")
                .items()
                .forEach(variable -> names.add(variable.get("name").text())));
        return names;
    }

    /** The enumeration is of the output: what the plan says of services is in it. */
    @TestFactory
    Stream<DynamicTest> theVariablesThatArePlannedAreAmongThoseThatAreEnumerated() {
        return Rendered.blueprints().entrySet().stream()
                .map(blueprint -> DynamicTest.dynamicTest(blueprint.getKey(), () -> {
                    Plan plan = Slipway.plan(Rendered.platform(blueprint.getKey()));
                    Map<String, List<Cause>> causes = all(plan, blueprint.getValue());
                    for (EnvironmentPlan environment : plan.environments()) {
                        for (ServicePlan service : environment.services()) {
                            assertThat(service.variables()).allSatisfy(variable -> assertThat(causes.keySet())
                                    .anyMatch(what -> what.startsWith("variable %s of".formatted(variable.name()))
                                            && what.endsWith(" %s in %s/%s.k8s.yaml"
                                                    .formatted(service.name(), environment.name(), service.name()))));
                        }
                    }
                }));
    }
}
