package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EksNodeGroupsRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"m7g.large, m7i.large", "m7g", "M7G.large", ""})
    void refusesTypesThatNoGroupCanHave(String types) {
        String[] each = types.isEmpty() ? new String[0] : types.split(", ", -1);

        assertThat(Sample.with(eksNodeGroups().instanceTypes(each)).problems())
                .containsExactly(
                        "cluster/instance-types: The instance types (%s) of the node groups must be at least one, and all of one architecture. Fix: write them as instanceTypes(\"m7g.large\", \"m6g.large\") or instanceTypes(\"m7i.large\", \"m6i.large\")."
                                .formatted(types));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c7gn.2xlarge, x2gd.medium", "g5.xlarge, m7i-flex.large", "u-6tb1.metal"})
    void acceptsTypesOfOneArchitecture(String types) {
        assertThat(Sample.with(eksNodeGroups().instanceTypes(types.split(", ", -1)))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "4, 3", "1, 451"})
    void refusesASizeOnDemandThatCannotBe(int min, int max) {
        assertThat(Sample.with(eksNodeGroups().onDemand(min, max)).problems())
                .containsExactly(
                        "cluster/node-group-size: The size (%s to %s) of the on-demand node group must begin at 1 or more, and end at no less and at 450 or less. Fix: write it as eksNodeGroups().onDemand(2, 3)."
                                .formatted(min, max));
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "0, 0", "3, 2"})
    void refusesASizeOfSpotThatCannotBe(int min, int max) {
        assertThat(Sample.with(eksNodeGroups().spot(min, max)).problems())
                .containsExactly(
                        "cluster/node-group-size: The size (%s to %s) of the Spot node group must begin at 0 or more, and end at no less and at 450 or less. Fix: write it as eksNodeGroups().spot(0, 6)."
                                .formatted(min, max));
    }

    @Test
    void acceptsTheSmallestAndTheLargestSizes() {
        assertThat(Sample.with(eksNodeGroups().onDemand(1, 1).spot(0, 450)).problems())
                .isEmpty();
    }

    @Test
    void hasTheRulesOfEveryControlPlane() {
        assertThat(Sample.with(eksNodeGroups()
                                .kubernetes("1.33")
                                .publicAccessFrom("0.0.0.0/0")
                                .admin("me"))
                        .problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder("cluster/version", "cluster/cidr", "cluster/admin");
        assertThat(Sample.with(eksNodeGroups().kubernetes("1.33")).problems().get(0))
                .endsWith("Fix: write it as eksNodeGroups().kubernetes(\"1.36\").");
    }
}
