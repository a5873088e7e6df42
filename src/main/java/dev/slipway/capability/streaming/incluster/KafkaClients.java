package dev.slipway.capability.streaming.incluster;

import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.TopicVariables;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.render.kubernetes.server.Server;
import java.util.ArrayList;
import java.util.List;

/** How services reach Kafka in the cluster: as users of their own, by name and password. */
record KafkaClients(Place place) {
    static final String BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

    private static final String REASON = "streaming cluster";

    static final Peer BROKERS = new Peer.OfService(KafkaServer.NAME);

    Binding bind(Claim<? extends StreamingNeed> claim) {
        GeneratedSecret user = KafkaUsers.of(claim.service().name());
        List<Variable> variables = new ArrayList<>(TopicVariables.of(claim));
        variables.add(bootstrapServers(KafkaServer.CLIENT_PORT, REASON));
        variables.add(Variable.plain("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT", REASON));
        variables.add(Variable.plain("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512", REASON));
        variables.add(user.variable("KAFKA_USERNAME", KafkaUsers.USERNAME));
        variables.add(user.variable("KAFKA_PASSWORD", KafkaUsers.PASSWORD));
        return new Binding(
                        variables,
                        List.of(),
                        List.of(NetworkEdge.out(BROKERS, KafkaServer.CLIENT_PORT, REASON, claim.origin())))
                .and(Binding.ofSecrets(KafkaUsers.ADMIN_SECRET, user));
    }

    Variable bootstrapServers(int port, String reason) {
        Names names = place.names();
        return Variable.plain(BOOTSTRAP_SERVERS, "%s:%s".formatted(Server.host(KafkaServer.NAME, names), port), reason);
    }
}
