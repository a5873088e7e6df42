package dev.slipway.cli.project;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.registry.Ecr.ecr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTargetsTest {
    private static final Target FRANKFURT = new Target("111111111111", "eu-central-1");
    private static final Target IRELAND = new Target("222222222222", "eu-west-1");

    private static StageTargets targets(Target dev, Target prod) {
        Plan plan = Slipway.plan(Platform.named("shop")
                .services(Service.java("order"))
                .environments(
                        on("dev", dev),
                        on("prod", prod),
                        Environment.named("local").with(localCluster())));
        return StageTargets.of(plan, Slipway.render(plan));
    }

    private static Environment on(String name, Target target) {
        return Environment.named(name).in(target.account(), target.region()).with(vpc(), eksAutoMode(), ecr());
    }

    @Test
    void putWhatIsSharedWhereAllEnvironmentsAre() {
        StageTargets targets = targets(FRANKFURT, FRANKFURT);

        assertThat(targets.names()).containsExactly("dev", "prod", "local", "shared");
        assertThat(targets.of("shared")).contains(FRANKFURT);
        assertThat(targets.of("local")).isEmpty();
        assertThat(targets.stages()).containsOnlyKeys(FRANKFURT).containsValue(List.of("dev", "prod", "shared"));
    }

    @Test
    void findEachSharedStageByAccountAndRegionWhereThereAreSeveral() {
        StageTargets targets = targets(FRANKFURT, IRELAND);

        assertThat(targets.stages())
                .containsEntry(FRANKFURT, List.of("dev", "shared-111111111111-eu-central-1"))
                .containsEntry(IRELAND, List.of("prod", "shared-222222222222-eu-west-1"));
        assertThat(targets.of("shared-222222222222-eu-west-1")).contains(IRELAND);
    }
}
