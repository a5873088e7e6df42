package dev.slipway.plan.binding;

import dev.slipway.platform.Sizing.Resources;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that runs to its end in the cluster, once for each content that it has, so that a need can be met: making a
 * database, or a topic. It has an identity of its own, and may be run again at any time.
 *
 * @param name a DNS label, unique in the environment: {@code order-database}
 * @param image with its registry and tag
 * @param command what the container runs
 * @param files texts by name, mounted below {@value #FILES}
 * @param reason the need, in a reader's words
 */
public record Task(
        String name,
        String image,
        List<String> command,
        Map<String, String> files,
        List<Variable> variables,
        List<Grant> grants,
        List<NetworkEdge> edges,
        String reason) {
    /** Folder in the container that holds the files. */
    public static final String FILES = "/etc/slipway";

    /** What a client of a database or of brokers needs: most of the time it waits. */
    public static final Resources REQUESTS = new Resources(100, 64);

    /** Twice the memory, as a client may hold all of its answer. */
    public static final Resources LIMITS = new Resources(100, 128);

    public Task {
        command = List.copyOf(command);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        variables = List.copyOf(variables);
        grants = List.copyOf(grants);
        edges = List.copyOf(edges);
    }

    /** The same task with other ways on the network. */
    public Task with(List<NetworkEdge> newEdges) {
        return new Task(name, image, command, files, variables, grants, newEdges, reason);
    }
}
