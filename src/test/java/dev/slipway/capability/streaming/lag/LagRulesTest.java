package dev.slipway.capability.streaming.lag;

import static dev.slipway.addon.Keda.keda;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.lag.LagScaling.scaledOnLag;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static dev.slipway.plan.addon.Preinstalled.preinstalled;
import static dev.slipway.platform.Autoscaling.autoscale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagRulesTest {
    private static final Topic PLACED = Topic.named("order.placed").partitions(6);
    private static final Topic SETTLED = Topic.named("payment.settled").partitions(4);
    private static final Service[] SERVICES = {
        Service.java("order").needs(publishes(PLACED), consumes(SETTLED)),
        Service.java("payment").needs(consumes(PLACED), publishes(SETTLED))
    };

    private static List<String> problems(Sample sample) {
        return sample.problems().stream()
                .filter(problem -> problem.startsWith("streaming/lag"))
                .distinct()
                .toList();
    }

    @Test
    void failsWithoutAnEventToWaitFor() {
        Sample sample = Sample.with(keda(), serverlessMsk(), autoscale(1, 4), scaledOnLag(0))
                .services(SERVICES);
        assertThat(problems(sample))
                .containsExactly(
                        "streaming/lag-events: The unread events (0) that a replica may have in environment dev must be 1 or more. Fix: write it as scaledOnLag(100).",
                        "streaming/lag-events: The unread events (0) that a replica may have in environment prod must be 1 or more. Fix: write it as scaledOnLag(100).");
        assertThat(problems(Sample.with(keda(), serverlessMsk(), autoscale(1, 4), scaledOnLag(1))
                        .services(SERVICES)))
                .isEmpty();
    }

    @Test
    void failsWithoutBounds() {
        assertThat(problems(Sample.with(keda(), serverlessMsk(), scaledOnLag()).services(SERVICES)))
                .first()
                .isEqualTo(
                        "streaming/lag-bounds: Environment dev scales on lag without bounds (0); it must say between how many replicas. Fix: choose autoscale(2, 6) beside it.");
    }

    @Test
    void failsWhenReplicasWouldHaveNothingToRead() {
        assertThat(problems(Sample.with(keda(), serverlessMsk(), autoscale(2, 5), scaledOnLag())
                        .services(SERVICES)))
                .first()
                .isEqualTo(
                        "streaming/lag-partitions: The maximum (5) of replicas in environment dev is above the partitions (4) of any topic that service order consumes; those beyond would have nothing to read. Fix: choose autoscale(2, 4), or declare the topic with partitions(5).");
        assertThat(problems(Sample.with(keda(), serverlessMsk(), autoscale(2, 4), scaledOnLag())
                        .services(SERVICES)))
                .isEmpty();
    }

    @Test
    void warnsWhereNobodyConsumes() {
        Service job = Service.java("job").scheduled("0 3 * * *").needs(consumes(PLACED));
        Service order = Service.java("order").needs(publishes(PLACED));
        assertThat(problems(Sample.with(keda(), serverlessMsk(), autoscale(1, 99), scaledOnLag())
                        .services(order, job)))
                .first()
                .isEqualTo(
                        "streaming/lag-unused: Environment dev scales on lag, but no service that runs on (0) consumes a topic. Fix: remove scaledOnLag(..).");
    }

    @Test
    void failsWhereTheProviderShowsNoLag() {
        assertThat(problems(Sample.with(keda(), new Silent(Origin.here()), autoscale(1, 4), scaledOnLag())
                        .services(SERVICES)))
                .first()
                .isEqualTo(
                        "streaming/lag-hidden: The lag (of order and others) in environment dev cannot be read: the provider of its topics must show it. Fix: remove scaledOnLag(..), or choose another provider, such as provisionedMsk().");
    }

    @Test
    void failsWithoutKeda() {
        Sample without = Sample.with(serverlessMsk(), autoscale(1, 4), scaledOnLag());
        assertThat(problems(without.services(SERVICES)))
                .first()
                .isEqualTo(
                        "streaming/lag-keda: Environment dev scales on lag without the add-on that does it (keda); it must be in the cluster. Fix: choose keda() as well, or preinstalled(keda()) where somebody else installs it.");
        Sample elsewhere = Sample.with(preinstalled(keda()), serverlessMsk(), autoscale(1, 4), scaledOnLag());
        assertThat(problems(elsewhere.services(SERVICES))).isEmpty();
    }

    /** Brings topics about, and tells nobody how far a consumer is. */
    private record Silent(Origin origin) implements Provider<StreamingNeed> {
        @Override
        public Class<StreamingNeed> meets() {
            return StreamingNeed.class;
        }

        @Override
        public Binding bind(Claim<? extends StreamingNeed> claim, Place place) {
            return Binding.NOTHING;
        }
    }
}
