package dev.slipway.ordering.laptop.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.laptop.contract.Contract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AccessTest {
    @Test
    void aServiceMayDoWhatItsContractSays() {
        Contract contract = new Contract(
                "payment",
                "/ready",
                List.of(),
                List.of(
                        new Contract.Topic("payment.requested", Contract.Access.CONSUMES, 12, false),
                        new Contract.Topic("payment.settled", Contract.Access.PUBLISHES, 12, false),
                        new Contract.Topic("auth.keys", Contract.Access.MATERIALIZES, 1, true)),
                Map.of());

        assertThat(Access.of(List.of(contract)).stream()
                        .map(acl -> "%s %s %s %s %s"
                                .formatted(
                                        acl.entry().principal(),
                                        acl.entry().operation(),
                                        acl.pattern().resourceType(),
                                        acl.pattern().patternType(),
                                        acl.pattern().name()))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "User:payment READ TOPIC LITERAL payment.requested",
                        "User:payment DESCRIBE TOPIC LITERAL payment.requested",
                        "User:payment READ TOPIC LITERAL payment.requested.payment.dlt",
                        "User:payment WRITE TOPIC LITERAL payment.requested.payment.dlt",
                        "User:payment DESCRIBE TOPIC LITERAL payment.requested.payment.dlt",
                        "User:payment WRITE TOPIC LITERAL payment.settled",
                        "User:payment DESCRIBE TOPIC LITERAL payment.settled",
                        "User:payment READ TOPIC LITERAL auth.keys",
                        "User:payment DESCRIBE TOPIC LITERAL auth.keys",
                        "User:payment READ GROUP LITERAL payment",
                        "User:payment DESCRIBE GROUP LITERAL payment",
                        "User:payment IDEMPOTENT_WRITE CLUSTER LITERAL kafka-cluster",
                        "User:payment WRITE TRANSACTIONAL_ID LITERAL payment",
                        "User:payment DESCRIBE TRANSACTIONAL_ID LITERAL payment");
    }
}
