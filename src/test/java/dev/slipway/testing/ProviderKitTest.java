package dev.slipway.testing;

import static com.acme.queues.Queue.queue;
import static com.acme.queues.Sqs.sqs;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.queues.Queue;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A kit that passes everything proves nothing: each of its checks finds what it is there to find. */
class ProviderKitTest {
    /** Binds whatever a test wants it to. */
    private record Careless(Binding becomes, Origin origin) implements Provider<Queue> {
        @Override
        public Class<Queue> meets() {
            return Queue.class;
        }

        @Override
        public Binding bind(Claim<? extends Queue> claim, Place place) {
            return becomes;
        }
    }

    /** Renders something else each time, and also where nobody asks. */
    private record Restless(AtomicInteger counter, Origin origin) implements Provider<Queue>, ProvisionsOnAws {
        @Override
        public Class<Queue> meets() {
            return Queue.class;
        }

        @Override
        public Binding bind(Claim<? extends Queue> claim, Place place) {
            return Binding.NOTHING;
        }

        @Override
        public void provision(EnvironmentStage stage) {
            Parameter parameter = stage.names().parameter("restless", "count", Parameter.Type.TEXT);
            stage.stack("restless").publish(parameter, "at " + counter.incrementAndGet());
        }
    }

    @Test
    void findsAParameterThatNothingPublishes() {
        Parameter parameter = new Parameter("/kit/small/queues/url", Parameter.Type.TEXT);
        assertFinds(
                Binding.ofVariables(Variable.from("URL", parameter, "queue")),
                "The parameter (/kit/small/queues/url) that service asker reads is published by no stack of environment small.");
    }

    @Test
    void findsASecretThatNothingMakes() {
        assertFinds(
                Binding.ofVariables(Variable.fromSecret("KEY", "kit/small/asker/queue", "key", "queue")),
                "The secret (kit/small/asker/queue) that service asker reads is made by no stack of environment small.");
    }

    @Test
    void findsAVariableInLowerCase() {
        assertFinds(
                Binding.ofVariables(Variable.plain("queueUrl", "x", "queue")),
                "The variable (queueUrl) of service asker must be upper case, digits and underscores.");
    }

    @Test
    void findsAGrantOfEverything() {
        assertFinds(
                Binding.ofGrants(Grant.allow(List.of("sqs:*"), Arn.of("*"), "queue")),
                "The grant ([sqs:*] on [Arn[pattern=*, parameter=Optional.empty]]) of service asker must name its actions and a resource each.");
    }

    @Test
    void findsAWayWithoutReason() {
        assertFinds(
                Binding.ofEdges(
                        NetworkEdge.out(new NetworkEdge.Peer.OfSubnets(Tier.ISOLATED), 443, " ", Origin.unknown())),
                "The way on the network (OUT OfSubnets[tier=ISOLATED] 443) of service asker must have a reason and a port.");
    }

    @Test
    void findsWhatDiffersFromRunToRunAndWhatNobodyAskedFor() {
        ProviderKit kit = ProviderKit.of(new Restless(new AtomicInteger(), Origin.here()))
                .beside(eksAutoMode())
                .needs(queue("a"));
        assertThatThrownBy(kit::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "Two renderings of one platform differ; a renderer must use nothing but the plan.");
    }

    @Test
    void saysByWhatElseAPlatformIsRefused() {
        ProviderKit kit = ProviderKit.of(sqs().retentionDays(15)).needs(queue("a"));
        assertThatThrownBy(() -> kit.refuses("queues/retention"))
                .hasMessage(
                        "The platform must be refused by rule queues/retention alone, and is by environment/no-cluster, queues/retention.");
        ProviderKit fine = ProviderKit.of(sqs()).beside(eksAutoMode()).needs(queue("a"));
        assertThatThrownBy(() -> fine.refuses("queues/retention"))
                .hasMessage("The platform must be refused by rule queues/retention alone, and is by none.");
    }

    private static void assertFinds(Binding binding, String finding) {
        ProviderKit kit = ProviderKit.of(new Careless(binding, Origin.here()))
                .beside(eksAutoMode())
                .needs(queue("a"));
        assertThatThrownBy(kit::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Provider Careless has ")
                .hasMessageContaining(finding);
    }
}
