package dev.slipway.workload.subject;

import dev.slipway.plan.Place;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.LabelSelector;
import org.cdk8s.plus34.k8s.ObjectMeta;

/**
 * Whose objects are made, and where they go: a service, or a task that a service needs. Its name is the name of each kind
 * that it has one of.
 */
public record Subject(
        Manifests manifests, ServicePlan plan, String name, List<Variable> variables, List<NetworkEdge> edges) {
    public static Subject of(Manifests manifests, ServicePlan plan) {
        return new Subject(manifests, plan, plan.name(), plan.variables(), plan.edges());
    }

    /** The subject of a task, whose objects stand beside those of its service. */
    public Subject of(Task task) {
        return new Subject(manifests, plan, task.name(), task.variables(), task.edges());
    }

    public Service service() {
        return plan.service();
    }

    public Place place() {
        return manifests.place();
    }

    public Chart chart() {
        return manifests.of(plan.service());
    }

    public ObjectMeta metadata() {
        return metadata(name());
    }

    public ObjectMeta metadata(String objectName) {
        return metadata(objectName, Map.of());
    }

    public ObjectMeta metadata(Map<String, String> annotations) {
        return metadata(name, annotations);
    }

    private ObjectMeta metadata(String objectName, Map<String, String> annotations) {
        return Metadata.of(place(), service(), name, objectName, annotations);
    }

    public LabelSelector selector() {
        return selectorOf(name());
    }

    public LabelSelector selectorOf(String service) {
        return LabelSelector.builder()
                .matchLabels(Labels.selector(place(), service))
                .build();
    }
}
