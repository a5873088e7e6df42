package dev.slipway.capability.identity.access;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.identity.access.ClusterAccess.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.workload.Premises;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
    private static final String DEVELOPER = "arn:aws:iam::111122223333:role/Developer";

    private static List<String> problems(ClusterAccess access) {
        return Sample.with(access).problems().stream()
                .filter(problem -> problem.contains("environment dev"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Developer",
                "arn:aws:iam::1:role/Developer",
                "arn:aws:sts::111122223333:assumed-role/Developer/ada",
                "arn:aws:iam::111122223333:group/devs",
                "arn:aws:iam::111122223333:role/aws-service-role/eks.amazonaws.com/X"
            })
    void failsOnEksForWhatIsNoRoleOfPeople(String principal) {
        assertThat(problems(access().developers(principal)))
                .containsExactly(
                        "identity/principal: The principal (%s) of developers in environment dev must be the ARN of an IAM role or user of people. Fix: write it as developers(\"arn:aws:iam::111122223333:role/Developer\")."
                                .formatted(principal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEVELOPER,
                "arn:aws-us-gov:iam::111122223333:user/ada@example.com",
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_0123456789abcdef"
            })
    void passesOnEksForRolesAndUsers(String principal) {
        assertThat(problems(access().developers(principal))).isEmpty();
    }

    @Test
    void failsWhenSomebodyHasAccessTwice() {
        assertThat(problems(access().developers(DEVELOPER).admins(DEVELOPER)))
                .containsExactly(
                        "identity/principal-twice: The principal (arn:aws:iam::111122223333:role/Developer) of admins in environment dev has access already (developers); each has it once. Fix: keep the one that reaches furthest.");
        assertThat(problems(access().developers(DEVELOPER).admins(DEVELOPER + "2")))
                .isEmpty();
    }

    @Test
    void failsWhenAnAdminOfTheClusterHasAccessTwice() {
        assertThat(Sample.with(eksAutoMode().admin(DEVELOPER), access().clusterAdmins(DEVELOPER))
                        .problems())
                .first()
                .isEqualTo(
                        "identity/principal-twice: The principal (arn:aws:iam::111122223333:role/Developer) of clusterAdmins in environment dev has access already (admin of the cluster); each has it once. Fix: keep the one that reaches furthest.");
    }

    @Test
    void warnsWhereItIsForNobody() {
        assertThat(problems(access()))
                .containsExactly(
                        "identity/nobody: The access that environment dev chooses is for nobody (0). Fix: name somebody, such as access().developers(..), or remove it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVELOPER, "system:masters", "two words", ""})
    void failsElsewhereForWhatIsNoGroupOfPeople(String group) {
        assertThat(elsewhere(access().admins(group)))
                .containsExactly(
                        "The group (%s) of admins in environment dev must be one that the cluster knows people by, not an ARN and none of Kubernetes' own."
                                .formatted(group));
        assertThat(elsewhere(access().admins("oidc:shop-developers"))).isEmpty();
    }

    private static List<String> elsewhere(ClusterAccess access) {
        return Premises.plan(Platform.named("shop")
                        .services(Service.go("order"))
                        .environments(Environment.named("dev").with(localCluster(), access)))
                .problems()
                .stream()
                .map(problem -> problem.what())
                .toList();
    }
}
