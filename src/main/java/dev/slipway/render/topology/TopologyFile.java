package dev.slipway.render.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Choice;
import dev.slipway.render.kubernetes.Manifests.Contribution;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the plan of an environment decided, as a file: services, topics, stores, what links them, and choices. Without
 * origins, so that moving a line changes nothing.
 */
public final class TopologyFile {
    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private TopologyFile() {}

    /** Its text by its path: {@code dev.topology.json}. Not beside the manifests, which are applied folder by folder. */
    public static Map<String, String> of(EnvironmentPlan plan, List<Contribution> objects) {
        return Map.of(plan.name() + ".topology.json", text(plan, objects));
    }

    private static String text(EnvironmentPlan plan, List<Contribution> objects) {
        Links links = new Links(plan);
        Map<String, Object> topology = new LinkedHashMap<>();
        topology.put("platform", plan.names().platform());
        topology.put("environment", plan.name());
        topology.put(
                "services", plan.services().stream().map(TopologyFile::service).toList());
        topology.put("topics", links.topics());
        topology.put("stores", links.stores());
        topology.put("edges", links.edges());
        topology.put("choices", choices(plan));
        topology.put("objects", objects.stream().map(TopologyFile::object).toList());
        try {
            return JSON.writeValueAsString(topology) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and texts are JSON", e);
        }
    }

    private static Map<String, Object> service(ServicePlan plan) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("name", plan.name());
        service.put("replicas", replicas(plan));
        service.put("image", plan.image());
        plan.service().workload().listensOn().ifPresent(port -> service.put("port", port));
        return service;
    }

    /** A job has none but while it runs. */
    private static Map<String, Object> replicas(ServicePlan plan) {
        Map<String, Object> replicas = new LinkedHashMap<>();
        boolean isLongRunning = plan.service().workload().isLongRunning();
        replicas.put("min", isLongRunning ? plan.minReplicas() : 0);
        replicas.put(
                "max",
                isLongRunning
                        ? plan.autoscaling()
                                .map(Autoscaling::max)
                                .orElse(plan.sizing().replicas())
                        : plan.mostPods());
        return replicas;
    }

    /** An object in the cluster that is a choice's, and whose. */
    private static Map<String, Object> object(Contribution object) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("kind", object.kind());
        described.put("name", object.name());
        described.put("choice", object.choice());
        return described;
    }

    private static List<Map<String, Object>> choices(EnvironmentPlan plan) {
        return plan.place().choices().stream()
                .map(TopologyFile::choice)
                .distinct()
                .sorted(Comparator.comparing(Map::toString))
                .toList();
    }

    private static Map<String, Object> choice(Choice choice) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("kind", choice.kind().getSimpleName());
        named.put("choice", choice.getClass().getSimpleName());
        return named;
    }
}
