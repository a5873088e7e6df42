package com.acme.queues;

import static com.acme.queues.Queue.queue;
import static com.acme.queues.Sqs.sqs;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.ProviderKit;
import org.junit.jupiter.api.Test;

// snippet: queue-test
/** A capability of somebody else's: it touches no package of Slipway, and passes the kit that Slipway's own pass. */
class SqsTest {
    private static final ProviderKit KIT =
            ProviderKit.of(sqs()).beside(eksAutoMode()).needs(queue("invoices"));

    @Test
    void passesTheKit() {
        KIT.verify();
    }

    @Test
    void reachesBothPlanes() {
        Synthesis synthesis = Slipway.render(Slipway.plan(KIT.platform()));

        assertThat(synthesis.template("small/queues").resources("AWS::SQS::Queue"))
                .hasSize(1);
        assertThat(synthesis
                        .manifest("small", "ExternalSecret", "asker")
                        .at("spec.data.0.remoteRef.key")
                        .text())
                .isEqualTo("/kit/small/queues/asker-invoices-url");
        assertThat(synthesis
                        .manifest("small", "ApplicationNetworkPolicy", "asker.hosts")
                        .at("spec.egress.0.to.0.domainNames")
                        .texts())
                .containsExactly("sqs.eu-central-1.amazonaws.com");
        assertThat(synthesis.template("small/identity").tree().toString())
                .contains("arn:aws:sqs:eu-central-1:111122223333:kit-small-asker-invoices");
    }

    @Test
    void isRefusedWhenMisused() {
        ProviderKit.of(sqs().retentionDays(15))
                .beside(eksAutoMode())
                .needs(queue("invoices"))
                .refuses("queues/retention");
        ProviderKit.of(sqs().retentionDays(14))
                .beside(eksAutoMode())
                .needs(queue("invoices"))
                .verify();
    }
}
// end
