package dev.slipway.acceptance.upgrade;

import dev.slipway.Slipway;
import dev.slipway.acceptance.Rendered;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.review.Synthesis;
import dev.slipway.review.change.Changes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The blueprints with their environments of production alone, which is where something can be lost, and faster. */
final class Production {
    private static final Map<Platform, Synthesis> RENDERED = new ConcurrentHashMap<>();

    private Production() {}

    /** By the class that declares them. */
    static Map<String, Platform> platforms() {
        Map<String, Platform> all = new TreeMap<>();
        Rendered.platforms()
                .forEach((name, platform) -> all.put(
                        name,
                        Edit.environments(environments -> environments.stream()
                                        .filter(Environment::isProduction)
                                        .toList())
                                .apply(platform)));
        all.values().removeIf(platform -> platform.environments().isEmpty());
        return all;
    }

    static Changes changes(Variant variant, Platform platform) {
        Platform before = variant.before().apply(platform);
        return Changes.between(
                rendered(before), Slipway.render(Slipway.plan(variant.edit().apply(before))));
    }

    private static Synthesis rendered(Platform platform) {
        return RENDERED.computeIfAbsent(platform, model -> Slipway.render(Slipway.plan(model)));
    }
}
