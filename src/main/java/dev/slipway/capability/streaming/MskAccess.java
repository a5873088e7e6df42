package dev.slipway.capability.streaming;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The IAM statements for exactly one need on an MSK cluster.
 *
 * <p>Which action asks for which other: https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html.
 */
final class MskAccess {
    private static final String SERVICE = "kafka";
    private static final String CLUSTER = "streaming cluster";

    private MskAccess() {}

    /** Name and random id of the cluster, as they stand in the ARNs of all that it holds: known once deployed. */
    static Parameter clusterPath(Names names) {
        return names.parameter("streaming", "cluster-path", Parameter.Type.TEXT);
    }

    /** The prefix of a service's transactional ids. Its dot keeps {@code order} from matching {@code order-archive}. */
    static String transactionalIdPrefix(String service) {
        return service + ".";
    }

    static List<Grant> grants(Claim<? extends StreamingNeed> claim, Place place) {
        String service = claim.service().name();
        StreamingNeed need = claim.need();
        List<Grant> grants = new ArrayList<>();
        grants.add(Grant.allow(List.of("kafka-cluster:Connect"), cluster(place), CLUSTER));
        if (need instanceof Publishes) {
            grants.add(Grant.allow(List.of("kafka-cluster:WriteDataIdempotently"), cluster(place), CLUSTER));
            grants.add(writes(need.topic(), place, need.describe()));
            grants.add(Grant.allow(
                    List.of("kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId"),
                    arn(place, "transactional-id", transactionalIdPrefix(service) + "*"),
                    "transactions of " + service));
        } else {
            grants.add(reads(need.topic(), place, need.describe()));
            grants.add(Grant.allow(
                    List.of("kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"),
                    arn(place, "group", service),
                    "consumer group " + service));
        }
        if (need instanceof Consumes) {
            Topic deadLetters = need.topic().deadLettersOf(service);
            String reason = "dead letters of " + need.describe();
            grants.add(writes(deadLetters, place, reason));
            grants.add(reads(deadLetters, place, reason + ", to replay"));
        }
        return grants;
    }

    private static Grant writes(Topic topic, Place place, String reason) {
        return Grant.allow(
                List.of("kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"),
                arn(place, "topic", topic.name()),
                reason);
    }

    private static Grant reads(Topic topic, Place place, String reason) {
        return Grant.allow(
                List.of("kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"),
                arn(place, "topic", topic.name()),
                reason);
    }

    private static Arn cluster(Place place) {
        return Arn.of(place.arn(SERVICE, "cluster/" + Arn.HOLE), clusterPath(place.names()));
    }

    private static Arn arn(Place place, String kind, String name) {
        return Arn.of(place.arn(SERVICE, "%s/%s/%s".formatted(kind, Arn.HOLE, name)), clusterPath(place.names()));
    }
}
