package dev.slipway.bench.suite;

import dev.slipway.bench.suite.Fact.Count;
import dev.slipway.bench.suite.Fact.Each;
import dev.slipway.bench.suite.Fact.MayPublish;
import dev.slipway.bench.suite.Fact.Named;
import dev.slipway.bench.suite.Fact.None;
import dev.slipway.bench.suite.Fact.Tagged;
import java.util.List;
import java.util.Map;

/** Of what the pods of a service are on AWS. */
final class ServiceFacts {
    private static final String ROLE = "AWS::IAM::Role";
    private static final String IDENTITY = "AWS::EKS::PodIdentityAssociation";

    private ServiceFacts() {}

    static List<Fact> of(Place place, String service, String topic) {
        String role = "ordering.%s.%s".formatted(place.stage(), service);
        return List.of(
                new Named(
                        ROLE,
                        "RoleName",
                        role,
                        Map.of("Description", "Pods of %s in environment %s".formatted(service, place.stage()))),
                new Named(ROLE, "RoleName", role, Map.of("AssumeRolePolicyDocument", trust())),
                new Tagged(ROLE, "RoleName", role, "service", service),
                new Tagged(ROLE, "RoleName", role, "environment", place.stage()),
                new Tagged(ROLE, "RoleName", role + ".secret-reader", "environment", place.stage()),
                new Named(
                        IDENTITY,
                        "ServiceAccount",
                        service,
                        Map.of("ClusterName", place.full(), "Namespace", place.namespace())),
                new Count(IDENTITY, 9),
                new Each(IDENTITY, Map.of("ClusterName", place.full())),
                new None(IDENTITY, "Namespace", "default"),
                new MayPublish(role, topic));
    }

    private static Map<String, Object> trust() {
        return Map.of(
                "Statement",
                List.of(Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("Service", "pods.eks.amazonaws.com"),
                        "Action",
                        List.of("sts:AssumeRole", "sts:TagSession"))));
    }
}
