package dev.slipway.plan.binding;

import java.util.ArrayList;
import java.util.List;

/**
 * What a need becomes for a service in an environment, as data.
 *
 * @param secrets that have to be made in the cluster, as variables and servers there read them
 */
public record Binding(
        List<Variable> variables,
        List<Grant> grants,
        List<NetworkEdge> edges,
        List<Task> tasks,
        List<ConfigFile> files,
        List<VolumeClaim> volumes,
        List<GeneratedSecret> secrets) {
    public static final Binding NOTHING = new Binding(List.of(), List.of(), List.of());

    public Binding {
        variables = List.copyOf(variables);
        grants = List.copyOf(grants);
        edges = List.copyOf(edges);
        tasks = List.copyOf(tasks);
        files = List.copyOf(files);
        volumes = List.copyOf(volumes);
        secrets = List.copyOf(secrets);
    }

    /** A binding for which no Secret has to be made in the cluster. */
    public Binding(
            List<Variable> variables,
            List<Grant> grants,
            List<NetworkEdge> edges,
            List<Task> tasks,
            List<ConfigFile> files,
            List<VolumeClaim> volumes) {
        this(variables, grants, edges, tasks, files, volumes, List.of());
    }

    /** A binding that has no disk of its own. */
    public Binding(
            List<Variable> variables,
            List<Grant> grants,
            List<NetworkEdge> edges,
            List<Task> tasks,
            List<ConfigFile> files) {
        this(variables, grants, edges, tasks, files, List.of());
    }

    /** A binding that mounts nothing. */
    public Binding(List<Variable> variables, List<Grant> grants, List<NetworkEdge> edges, List<Task> tasks) {
        this(variables, grants, edges, tasks, List.of(), List.of());
    }

    /** A binding that needs nothing to be run. */
    public Binding(List<Variable> variables, List<Grant> grants, List<NetworkEdge> edges) {
        this(variables, grants, edges, List.of());
    }

    public static Binding ofVariables(Variable... variables) {
        return new Binding(List.of(variables), List.of(), List.of());
    }

    public static Binding ofGrants(Grant... grants) {
        return new Binding(List.of(), List.of(grants), List.of());
    }

    public static Binding ofSecrets(GeneratedSecret... secrets) {
        return new Binding(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(secrets));
    }

    public static Binding ofTasks(Task... tasks) {
        return new Binding(List.of(), List.of(), List.of(), List.of(tasks));
    }

    public static Binding ofEdges(NetworkEdge... edges) {
        return new Binding(List.of(), List.of(), List.of(edges));
    }

    public static Binding ofFiles(ConfigFile... files) {
        return new Binding(List.of(), List.of(), List.of(), List.of(), List.of(files), List.of());
    }

    public static Binding ofVolumes(VolumeClaim... volumes) {
        return new Binding(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(volumes));
    }

    /** Both together. */
    public Binding and(Binding other) {
        return new Binding(
                joined(variables, other.variables),
                joined(grants, other.grants),
                joined(edges, other.edges),
                joined(tasks, other.tasks),
                joined(files, other.files),
                joined(volumes, other.volumes),
                joined(secrets, other.secrets));
    }

    /** Everything but variables. */
    public Binding withoutVariables() {
        return new Binding(List.of(), grants, edges, tasks, files, volumes, secrets);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        second.stream().filter(item -> !first.contains(item)).forEach(all::add);
        return all;
    }
}
