package dev.slipway.capability.streaming.msk;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Parameter;
import java.util.Optional;

/**
 * The ARNs of a cluster and of what it holds: {@code arn:aws:kafka:eu-central-1:111122223333:topic/ordering-dev/<id>/order.placed}.
 *
 * @param prefix up to the kind of resource
 * @param path name and id of the cluster
 * @param parameter where the path is published, if it is known only when deployed
 */
record MskArns(String prefix, String path, Optional<Parameter> parameter) {
    static final String CLUSTER = ":cluster/";

    /** Of a cluster that the environment makes: its id is known once deployed. */
    static MskArns planned(Place place) {
        return new MskArns(place.arn("kafka", ""), Arn.HOLE, Optional.of(clusterPath(place.names())));
    }

    /** Of a cluster that exists. */
    static MskArns of(String clusterArn) {
        int end = clusterArn.indexOf(CLUSTER);
        return new MskArns(
                clusterArn.substring(0, end + 1), clusterArn.substring(end + CLUSTER.length()), Optional.empty());
    }

    /** Name and random id of the cluster, as they stand in the ARNs of all that it holds. */
    static Parameter clusterPath(Names names) {
        return names.parameter("streaming", "cluster-path", Parameter.Type.TEXT);
    }

    Arn cluster() {
        return new Arn("%scluster/%s".formatted(prefix, path), parameter);
    }

    Arn topic(String name) {
        return of("topic", name);
    }

    Arn of(String kind, String name) {
        return new Arn("%s%s/%s/%s".formatted(prefix, kind, path, name), parameter);
    }
}
