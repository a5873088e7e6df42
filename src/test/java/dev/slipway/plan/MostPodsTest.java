package dev.slipway.plan;

import static dev.slipway.capability.storage.volume.PersistentVolumes.persistentVolumes;
import static dev.slipway.capability.storage.volume.Volume.volume;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.platform.Workload.Scheduled.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Service;
import dev.slipway.platform.Workload.Overlap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many pods of a service there are at a time, at the most and at the least. */
class MostPodsTest {
    private static ServicePlan planned(Service service, Choice... choices) {
        return Sample.with(choices).services(service).planned(service.name());
    }

    @Test
    void aRolloutAddsOneThatStartsAndOneThatLeaves() {
        ServicePlan order = planned(Service.java("order"), MEDIUM);

        assertThat(order.mostPods()).isEqualTo(MEDIUM.replicas() + 2);
        assertThat(order.minReplicas()).isEqualTo(MEDIUM.replicas());
        assertThat(order.isStateful()).isFalse();
    }

    @Test
    void anAutoscalerSetsTheEndsInPlaceOfTheSizing() {
        ServicePlan order = planned(Service.java("order"), MEDIUM, autoscale(3, 7));

        assertThat(order.mostPods()).isEqualTo(7 + 2);
        assertThat(order.minReplicas()).isEqualTo(3);
    }

    @Test
    void replicasWithDisksOfTheirOwnAreReplacedOneByOne() {
        ServicePlan index =
                planned(Service.go("index").needs(volume("/var/lib/index", 20)), MEDIUM, persistentVolumes());

        assertThat(index.isStateful()).isTrue();
        assertThat(index.mostPods()).isEqualTo(MEDIUM.replicas());
    }

    @Test
    void runsOfAScheduleAreTwoOnlyWhereTheyMayOverlap() {
        assertThat(planned(Service.java("report").scheduled("0 3 * * *")).mostPods())
                .isEqualTo(1);
        assertThat(planned(Service.java("report").scheduled(at("0 3 * * *").overlapping(Overlap.ALLOW)))
                        .mostPods())
                .isEqualTo(2);
        assertThat(planned(Service.java("report").scheduled(at("0 3 * * *").overlapping(Overlap.REPLACE)))
                        .mostPods())
                .isEqualTo(2);
        assertThat(planned(Service.java("import").once(Duration.ofMinutes(5))).mostPods())
                .isEqualTo(1);
    }
}
