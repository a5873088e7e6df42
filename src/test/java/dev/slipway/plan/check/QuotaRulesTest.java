package dev.slipway.plan.check;

import static dev.slipway.platform.operation.NamespaceQuota.quota;
import static dev.slipway.platform.operation.NamespaceQuota.withoutQuota;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.check.QuotaChecks.Pods;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.platform.operation.NamespaceQuota;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaRulesTest {
    private static final Environment DEV = Environment.named("dev");
    private static final List<Pods> PODS = List.of(
            new Pods(4, new Resources(500, 512), new Resources(2000, 2048)),
            new Pods(1, new Resources(100, 64), new Resources(100, 128)));

    @ParameterizedTest
    @CsvSource({
        "4, 2100, 2112, 8100, 8320",
        "5, 2099, 2112, 8100, 8320",
        "5, 2100, 2111, 8100, 8320",
        "5, 2100, 2112, 8099, 8320",
        "5, 2100, 2112, 8100, 8319"
    })
    void failsWhereAnyPartIsTooSmall(int pods, int cpu, int memory, int cpuLimit, int memoryLimit) {
        NamespaceQuota quota = quota(pods, new Resources(cpu, memory), new Resources(cpuLimit, memoryLimit));
        assertThat(QuotaChecks.of(DEV, quota, PODS))
                .containsExactly(Problem.error(
                        "sizing/quota",
                        quota.origin(),
                        "The quota (%s pods, requests %sm and %sMi, limits %sm and %sMi) of environment dev must be at least what its services use at their maximum while they are rolled out (5 pods, requests 2100m and 2112Mi, limits 8100m and 8320Mi)."
                                .formatted(pods, cpu, memory, cpuLimit, memoryLimit),
                        "raise it, or choose a smaller sizing or maximum; without quota(..) it is computed."));
    }

    @Test
    void passesWhereItIsJustEnoughOrNone() {
        assertThat(QuotaChecks.of(DEV, quota(5, new Resources(2100, 2112), new Resources(8100, 8320)), PODS))
                .isEmpty();
        assertThat(QuotaChecks.of(DEV, withoutQuota(), PODS)).isEmpty();
    }
}
