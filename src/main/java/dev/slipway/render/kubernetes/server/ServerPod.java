package dev.slipway.render.kubernetes.server;

import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Sizing.Resources;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pod of a server, with its one container.
 *
 * @param user as whose number it runs
 * @param command none for what the image runs by itself
 * @param files texts by name, mounted below {@value dev.slipway.plan.binding.Task#FILES}
 * @param variables plain ones and those from Secrets in the cluster
 * @param secrets by the name of a file below {@value #SECRETS}, the key of a Secret that it holds
 * @param scratch folders that can be written to beside the volume
 * @param probe what an answer is
 * @param graceSeconds how long it may take to stop
 */
public record ServerPod(
        String image,
        int user,
        List<String> command,
        Map<String, String> files,
        List<Variable> variables,
        Map<String, Variable.Source.FromClusterSecret> secrets,
        List<String> scratch,
        Resources requests,
        Resources limits,
        Probe probe,
        int graceSeconds) {
    /** Folder in the container that holds the files with values of Secrets. */
    public static final String SECRETS = "/etc/slipway-secrets";

    /** When the server counts as answering. */
    public sealed interface Probe {
        /** A port takes connections. */
        record OfPort(int port) implements Probe {}

        /** A command in the container ends well. */
        record OfCommand(List<String> command) implements Probe {
            public OfCommand {
                command = List.copyOf(command);
            }
        }
    }

    public ServerPod {
        command = List.copyOf(command);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        variables = List.copyOf(variables);
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        scratch = List.copyOf(scratch);
    }
}
