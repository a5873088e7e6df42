package dev.slipway.render.helm;

import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.HelmChart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script for any POSIX shell that installs add-ons in their order, each once the one before is ready. It needs nothing
 * but Helm; run again it changes what has changed.
 */
final class Installer {
    /** For one add-on: images are pulled, and on an empty cluster nodes have to come first. */
    private static final String PATIENCE = "10m";

    private static final String HEAD = """
            #!/bin/sh
            # Installs the add-ons of environment %s, each after those that it builds on. Run again, it changes what has changed.
            # Needs Helm 3.8 or later, and the cluster as the current context. Arguments are handed to each call of helm:
            #   sh install.sh --kube-context %s
            set -eu
            here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
            """;

    private Installer() {}

    static String of(Place place, List<Addon> addons) {
        return HEAD.formatted(place.environment().name(), place.clusterName())
                + addons.stream()
                        .map(addon -> "\necho 'Installing %s %s'\n%s"
                                .formatted(
                                        addon.name(), addon.chart(place).version(), command(addon, addon.chart(place))))
                        .collect(Collectors.joining());
    }

    private static String command(Addon addon, HelmChart chart) {
        List<String> lines = new ArrayList<>();
        lines.add("helm upgrade --install %s %s".formatted(chart.release(), chart.reference()));
        if (!chart.isOci()) {
            lines.add("--repo " + chart.repository());
        }
        lines.add("--version " + chart.version());
        lines.add("--namespace %s --create-namespace".formatted(chart.namespace()));
        lines.add("--values \"$here/%s\"".formatted(AddonFiles.valuesFile(addon)));
        lines.add("--wait --timeout %s \"$@\"".formatted(PATIENCE));
        return String.join(" \\\n  ", lines) + "\n";
    }
}
