package com.acme.queues;

import static com.acme.queues.Queue.queue;
import static com.acme.queues.Sqs.sqs;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.testing.Assertions.assertThat;

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

        assertThat(synthesis).stack("small/queues").hasResources("AWS::SQS::Queue", 1);
        assertThat(synthesis)
                .environment("small")
                .service("asker")
                .may("sqs:SendMessage", "arn:aws:sqs:eu-central-1:111122223333:kit-small-asker-invoices")
                .mayNot("sqs:SendMessage", "arn:aws:sqs:eu-central-1:111122223333:kit-small-asker-orders")
                .canReach("sqs.eu-central-1.amazonaws.com", 443)
                .cannotReach("sqs.eu-west-1.amazonaws.com", 443)
                .container()
                .variable("QUEUE_INVOICES_URL")
                .comesFromParameter("/kit/small/queues/asker-invoices-url");
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
