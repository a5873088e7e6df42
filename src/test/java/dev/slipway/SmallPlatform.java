package dev.slipway;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.stream.Stream;

/** The least that can be rendered, and what tests break it with. */
final class SmallPlatform {
    private SmallPlatform() {}

    static Platform with(Choice... choices) {
        return Platform.named("shop")
                .services(Service.java("order"))
                .environments(Environment.named("dev").with(eksAutoMode()).with(choices));
    }

    /** Passes every check, and fails after the AWS plane has been written. */
    record Broken() implements RunsInCluster, Choice {
        @Override
        public void deploy(Manifests manifests) {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public Origin origin() {
            return Origin.unknown();
        }
    }

    /** Says something, and stops nothing. */
    record Doubtful() implements Planned, Choice {
        @Override
        public Stream<Problem> check(Place place) {
            return Stream.of(Problem.warning("test/doubtful", origin(), "It is doubtful.", "believe."));
        }

        @Override
        public Origin origin() {
            return Origin.of("Shop.java", 1);
        }
    }
}
