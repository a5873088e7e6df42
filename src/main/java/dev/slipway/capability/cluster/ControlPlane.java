package dev.slipway.capability.cluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What clusters that we make have in common, whatever their nodes are. */
record ControlPlane(String kubernetesVersion, List<String> publicRanges, List<String> admins, Origin origin) {
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:aws(-cn|-us-gov)?:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]{1,512}");

    /** @param factory the method that declares the cluster, for fixes that can be pasted */
    Stream<Problem> check(Place place, String factory) {
        return Stream.of(
                        KubernetesReleases.unsupported(
                                kubernetesVersion, KubernetesReleases.FOR_NEW_CLUSTERS, factory, origin),
                        KubernetesReleases.ending(kubernetesVersion, place, origin),
                        ranges(),
                        principals(),
                        overlap(place))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> ranges() {
        return publicRanges.stream()
                .filter(text ->
                        Cidr.parse(text).filter(range -> range.prefix() > 0).isEmpty())
                .map(text -> error(
                        "cluster/cidr",
                        origin,
                        "The range (%s) from which the cluster's API can be reached must be an IPv4 range whose host part is zero, and not the whole internet."
                                .formatted(text),
                        "write it as publicAccessFrom(\"203.0.113.0/24\")."));
    }

    private Stream<Problem> principals() {
        return admins.stream()
                .filter(arn -> !PRINCIPAL.matcher(arn).matches())
                .map(arn -> error(
                        "cluster/admin",
                        origin,
                        "The administrator (%s) of the cluster must be the ARN of an IAM role or user.".formatted(arn),
                        "write it as admin(\"arn:aws:iam::111122223333:role/Admin\")."));
    }

    private Stream<Problem> overlap(Place place) {
        return place.choice(Network.class).map(Network::range).stream()
                .filter(ClusterNetwork.SERVICES::overlaps)
                .map(range -> error(
                        "cluster/service-range",
                        origin,
                        "The range (%s) of the network overlaps with that of Kubernetes Services in the cluster (%s); the two must be apart."
                                .formatted(range, ClusterNetwork.SERVICES),
                        "give the network another range, such as vpc().cidr(\"10.20.0.0/16\")."));
    }
}
