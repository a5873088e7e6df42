package dev.slipway.review.rule;

import dev.slipway.review.across.Capacity;
import dev.slipway.review.across.Contracts;
import dev.slipway.review.across.Images;
import dev.slipway.review.across.PodIdentities;
import dev.slipway.review.across.PortPaths;
import dev.slipway.review.across.Routes;
import dev.slipway.review.across.SecretKeys;
import dev.slipway.review.across.Served;
import dev.slipway.review.across.Spread;
import dev.slipway.review.across.TopicPaths;
import dev.slipway.review.release.ApiVersions;
import dev.slipway.review.release.SupportEnds;
import java.util.List;

/** What holds neither on AWS nor in the cluster alone, but only between them. */
final class AcrossRules {
    private AcrossRules() {}

    static List<Rule> with(Evidence evidence) {
        return List.of(
                rule(
                        "identity/pod-role",
                        "a pod gets a role only where association, role, service account and namespace agree; else it calls AWS as nobody",
                        "name the service account, namespace and role of the output, and let the role trust the pod identity agent.",
                        PodIdentities::findings),
                rule(
                        "secrets/key-source",
                        "a Secret whose source is missing, closed or has no such key is never made, and its pods never start",
                        "fetch what a stack makes, by a property that it has, through a role that may read it; drop keys that nobody reads.",
                        SecretKeys::findings),
                rule(
                        "network/port-path",
                        "traffic arrives only where both policies, the Service and the security group admit its port",
                        "declare the need or the call, which opens the port on both sides, or open it where it is closed.",
                        PortPaths::findings),
                rule(
                        "streaming/topic-path",
                        "an event passes only where the topic is made, the role may use it with its group, and the brokers are in reach",
                        "declare publishes(..) or consumes(..) on the service, which opens all of it.",
                        TopicPaths::findings),
                rule(
                        "registry/image-repository",
                        "a pod whose image has no repository, or a tag that cannot move, waits in ImagePullBackOff",
                        "build the image into a repository of the output, and name it by its release or digest.",
                        Images::findings),
                rule(
                        "edge/route-path",
                        "a host without a certificate, a name or a route answers nobody, whatever runs behind it",
                        "route the host, and have its certificate and zone cover it.",
                        Routes::findings),
                rule(
                        "cluster/capacity",
                        "pods beyond their quota are refused, and pods larger than any node stay pending",
                        "raise the quota or the size of nodes, or choose a smaller sizing or maximum.",
                        Capacity::findings),
                rule(
                        "kubernetes/replicas-zones",
                        "drains and the loss of a zone must neither stop a service nor be blocked by it",
                        "run two replicas or more, spread over zones, with a budget that lets one go.",
                        Spread::findings),
                rule(
                        "kubernetes/api-version",
                        "an API version that the cluster does not serve is refused, and one that the next does not blocks the upgrade",
                        "write the version that is served in both.",
                        ApiVersions::findings),
                rule(
                        "kubernetes/served",
                        "what nothing in the cluster serves is refused, or taken and never acted upon",
                        "choose the add-on that serves it, or the cluster's own setting.",
                        Served::findings),
                rule(
                        "cluster/version-support",
                        "AWS asks six times the price for a version in extended support, and upgrades it by force after that",
                        "upgrade by one minor version at a time.",
                        synthesis ->
                                evidence.today().stream().flatMap(today -> SupportEnds.findings(synthesis, today))),
                rule(
                        "service/contract",
                        "a service that is not given what it reads fails when it starts, or later",
                        "set the variable, probe or route as the contract has it, or correct the contract.",
                        synthesis -> Contracts.findings(synthesis, evidence.contracts())));
    }

    private static Rule rule(String id, String reason, String fix, Check check) {
        return Rule.named(id).because(reason).fix(fix).over(check);
    }
}
