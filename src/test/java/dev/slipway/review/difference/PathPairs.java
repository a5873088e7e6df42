package dev.slipway.review.difference;

import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.network.Connections.calls;
import static dev.slipway.review.difference.Pair.edit;
import static dev.slipway.review.difference.Pair.model;

import java.util.stream.Stream;

/** What can be reached, and what protects it. */
final class PathPairs {
    private PathPairs() {}

    static Stream<Pair> all() {
        return Stream.of(
                edit(
                                "nothing is denied by default",
                                after -> after.object("NetworkPolicy namespace.default-deny", "", ""))
                        .finds("path-opened", "object-removed")
                        .says("any other pod of namespace shop: accept everything → from anywhere"),
                edit(
                                "a policy lets in everybody",
                                after -> after.object("NetworkPolicy payment", "/spec/ingress/-", "{}"))
                        .finds("path-opened", "object-changed")
                        .says("pods of payment: accept everything → from anywhere"),
                model("a service calls another", shop -> shop.needsOfOrder.add(calls("payment")))
                        .finds("path-opened", "pods-restarted", "object-changed")
                        .says("pods of payment: accept TCP 8080 → from pods order"),
                edit(
                                "a policy names a smaller block",
                                after -> after.object(
                                        "NetworkPolicy order",
                                        "/spec/ingress/1/from/0/ipBlock/cidr",
                                        "\"10.30.108.0/24\""))
                        .finds("path-closed", "object-changed"),
                edit(
                                "the world may reach a database",
                                after -> after.resource(
                                        "prod/database",
                                        "AWS::EC2::SecurityGroup",
                                        "/Properties/SecurityGroupIngress/-",
                                        "{\"CidrIp\": \"0.0.0.0/0\", \"IpProtocol\": \"tcp\", \"FromPort\": 5432, \"ToPort\": 5432}"))
                        .finds("path-opened", "resource-changed")
                        .says("accept TCP 5432 → from anywhere (0.0.0.0/0)"),
                edit(
                                "a security group says its ports one by one",
                                before -> before.resource(
                                        "prod/database",
                                        "AWS::EC2::SecurityGroup",
                                        "/Properties/SecurityGroupIngress/-",
                                        "{\"CidrIp\": \"10.0.0.0/8\", \"IpProtocol\": \"tcp\", \"FromPort\": 5000, \"ToPort\": 6000}"),
                                after -> after.resource(
                                        "prod/database",
                                        "AWS::EC2::SecurityGroup",
                                        "/Properties/SecurityGroupIngress/-",
                                        "{\"CidrIp\": \"10.1.0.0/16\", \"IpProtocol\": \"tcp\", \"FromPort\": 5432, \"ToPort\": 5432}"))
                        .finds("path-closed", "resource-changed"),
                edit(
                                "a database has a public address",
                                after -> after.resource(
                                        "prod/database",
                                        "AWS::RDS::DBInstance",
                                        "/Properties/PubliclyAccessible",
                                        "true"))
                        .finds("exposed", "resource-changed")
                        .says("Instance in prod/database: have a public address → from anywhere"),
                model(
                                "the cluster can be reached from an office",
                                shop -> shop.cluster = shop.cluster.publicAccessFrom("203.0.113.0/24"))
                        .finds("exposed", "resource-changed")
                        .says("answer at its public endpoint → from 203.0.113.0/24"),
                edit(
                                "a bucket no longer blocks public access",
                                after -> after.resource(
                                        "prod/storage",
                                        "AWS::S3::Bucket",
                                        "/Properties/PublicAccessBlockConfiguration",
                                        ""))
                        .finds("exposed", "resource-changed")
                        .says("go without BlockPublicPolicy"),
                edit(
                                "brokers serve anybody",
                                after -> after.resource(
                                        "prod/streaming",
                                        "AWS::MSK::Cluster",
                                        "/Properties/ClientAuthentication/Unauthenticated/Enabled",
                                        "true"))
                        .finds("exposed", "resource-changed")
                        .says("serve clients that do not authenticate"),
                edit(
                                "a service has a load balancer on the internet",
                                after -> after.object("Service payment", "/spec/type", "\"LoadBalancer\"")
                                        .object(
                                                "Service payment",
                                                "/metadata/annotations",
                                                "{\"service.beta.kubernetes.io/aws-load-balancer-scheme\": \"internet-facing\"}"))
                        .finds("exposed", "cost-raised", "object-changed")
                        .says("Service payment: have an address on the internet"),
                model("a service answers at one more path", shop -> shop.needsOfPayment.add(route("/api/payments")))
                        .finds("exposed", "path-opened", "pods-restarted", "object-added", "object-changed")
                        .says("service shop/payment: answer → shop.example.com/api/payments"),
                edit(
                                "pods share the network of their node",
                                after -> after.object("Deployment order", "/spec/template/spec/hostNetwork", "true"))
                        .finds("protection-lowered", "pods-restarted")
                        .says("Deployment order: no hostNetwork → no longer holds"),
                edit(
                                "a container may write to its disk",
                                after -> after.object(
                                        "Deployment order",
                                        "/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem",
                                        "false"))
                        .finds("protection-lowered", "pods-restarted"),
                edit(
                                "a selector differs",
                                after -> after.object(
                                        "Deployment order",
                                        "/spec/selector/matchLabels/app.kubernetes.io~1name",
                                        "\"orders\""))
                        .finds("object-refused", "object-changed")
                        .says("spec.selector must stay what it was"));
    }
}
