package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.LagAccess;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.TopicVariables;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How services reach an MSK cluster, of whatever kind: over TLS, as their own IAM role.
 *
 * @param brokers where the brokers have their addresses
 */
record MskClients(Place place, MskArns arns, List<Peer> brokers) {
    /** Where brokers accept IAM: https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html. */
    static final int IAM_PORT = 9098;

    static final String BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
    static final String REGION = "AWS_REGION";

    private static final String REASON = "streaming cluster";

    /** Of a cluster that the environment makes, in its isolated subnets. */
    static MskClients planned(Place place) {
        return new MskClients(place, MskArns.planned(place), List.of(new Peer.OfSubnets(Tier.ISOLATED)));
    }

    static Parameter bootstrapBrokers(Names names) {
        return names.parameter("streaming", "bootstrap-brokers", Parameter.Type.TEXT);
    }

    MskAccess access() {
        return new MskAccess(arns);
    }

    Binding bind(Claim<? extends StreamingNeed> claim) {
        List<Variable> variables = new ArrayList<>(TopicVariables.of(claim));
        variables.add(bootstrapServers(REASON));
        variables.add(Variable.plain("KAFKA_SECURITY_PROTOCOL", "SASL_SSL", REASON));
        variables.add(Variable.plain("KAFKA_SASL_MECHANISM", "OAUTHBEARER", REASON));
        variables.add(region(REASON));
        return new Binding(variables, access().grants(claim), edges(claim, REASON));
    }

    /** How KEDA sees the lag of a consumer: as the role of its own operator. */
    LagAccess lag(Claim<Consumes> claim) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("tls", "enable");
        settings.put("sasl", "oauthbearer");
        settings.put("saslTokenProvider", "aws_msk_iam");
        settings.put("awsRegion", place.target().region());
        return new LagAccess(BOOTSTRAP_SERVERS, settings, new TreeMap<>(), access().observes(claim));
    }

    Variable bootstrapServers(String reason) {
        return Variable.from(BOOTSTRAP_SERVERS, bootstrapBrokers(place.names()), reason);
    }

    Variable region(String reason) {
        return Variable.plain(REGION, place.target().region(), reason);
    }

    List<NetworkEdge> edges(Claim<? extends StreamingNeed> claim, String reason) {
        return brokers.stream()
                .map(peer -> NetworkEdge.out(peer, IAM_PORT, reason, claim.origin()))
                .toList();
    }
}
