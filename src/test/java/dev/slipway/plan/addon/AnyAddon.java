package dev.slipway.plan.addon;

import dev.slipway.plan.Place;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.List;

/** Add-ons whose every part a test decides; the two classes are two kinds. */
final class AnyAddon {
    static final HelmChart CHART = HelmChart.of("https://charts.example.com", "viewer", "1.4.0");

    private AnyAddon() {}

    @Declares
    record First(String name, HelmChart chart, List<Class<? extends Addon>> requires, Origin origin) implements Addon {
        static First first(HelmChart chart) {
            return new First("first", chart, List.of(), Origin.here());
        }

        First named(String newName) {
            return new First(newName, chart, requires, origin);
        }

        First requiring(Class<? extends Addon> kind) {
            return new First(name, chart, List.of(kind), origin);
        }

        @Override
        public HelmChart chart(Place place) {
            return chart;
        }
    }

    @Declares
    record Second(String name, HelmChart chart, List<Class<? extends Addon>> requires, Origin origin) implements Addon {
        static Second second(HelmChart chart) {
            return new Second("second", chart, List.of(), Origin.here());
        }

        Second named(String newName) {
            return new Second(newName, chart, requires, origin);
        }

        Second requiring(Class<? extends Addon> kind) {
            return new Second(name, chart, List.of(kind), origin);
        }

        @Override
        public HelmChart chart(Place place) {
            return chart;
        }
    }
}
