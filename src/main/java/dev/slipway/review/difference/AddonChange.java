package dev.slipway.review.difference;

import dev.slipway.review.InstalledChart;
import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A chart of an add-on that differs. */
record AddonChange(String environment, String name, String what) {
    static List<AddonChange> between(Synthesis before, Synthesis after) {
        Set<String> environments = new TreeSet<>(before.environments());
        environments.addAll(after.environments());
        List<AddonChange> all = new ArrayList<>();
        for (String environment : environments) {
            Map<String, InstalledChart> old = charts(before, environment);
            Map<String, InstalledChart> now = charts(after, environment);
            Set<String> names = new TreeSet<>(old.keySet());
            names.addAll(now.keySet());
            for (String name : names) {
                InstalledChart was = old.get(name);
                InstalledChart is = now.get(name);
                if (was == null || is == null) {
                    all.add(new AddonChange(environment, name, is == null ? "is no longer installed" : "is installed"));
                } else if (!was.version().equals(is.version())) {
                    all.add(new AddonChange(
                            environment, name, "chart %s becomes %s".formatted(was.version(), is.version())));
                } else if (!was.tree().equals(is.tree()) || !was.values().equals(is.values())) {
                    all.add(new AddonChange(environment, name, "has other values"));
                }
            }
        }
        return all;
    }

    private static Map<String, InstalledChart> charts(Synthesis side, String environment) {
        Map<String, InstalledChart> all = new TreeMap<>();
        side.charts(environment).forEach(chart -> all.put(chart.name(), chart));
        return all;
    }
}
