package dev.slipway.review.difference;

import static dev.slipway.review.difference.Pair.edit;

import java.util.stream.Stream;

/** Ten pairs that were written after the list of detections was frozen, with what a reviewer would want to be told. */
final class HeldOutPairs {
    private HeldOutPairs() {}

    static Stream<Pair> all() {
        return Stream.of(
                edit("a queue that anybody may send to", after -> after.template("prod/storage", resources -> {
                            resources.set("Jobs", Edit.node("{\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"QueueName\": \"jobs\"}}"));
                            resources.set(
                                    "JobsPolicy",
                                    Edit.node(
                                            """
                                            {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": [{"Ref": "Jobs"}], "PolicyDocument":
                                             {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}]}}}"""));
                        }))
                        .finds("permission-widened", "resource-added", "cost-unknown")
                        .says("anybody: sqs:SendMessage → queue jobs"),
                edit("the cache takes plain connections", after -> after.resource(
                                "prod/cache",
                                "AWS::ElastiCache::ReplicationGroup",
                                "/Properties/TransitEncryptionEnabled",
                                "false"))
                        .finds("protection-lowered", "resource-changed"),
                edit("an isolated subnet leads to the internet", after -> after.template(
                                "prod/network",
                                resources -> resources.set(
                                        "Out",
                                        Edit.node(
                                                """
                                                {"Type": "AWS::EC2::Route", "Properties": {"DestinationCidrBlock": "0.0.0.0/0", "GatewayId":
                                                 {"Ref": "VpcIGW488B0FEB"}, "RouteTableId": {"Ref": "VpcisolatedSubnet1RouteTableE442650B"}}}"""))))
                        .finds("exposed", "resource-added"),
                edit("everybody who is signed in may look at everything", after -> after.add(
                                "order",
                                """
                                {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": "look"},
                                 "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "view"},
                                 "subjects": [{"kind": "Group", "name": "system:authenticated", "apiGroup": "rbac.authorization.k8s.io"}]}"""))
                        .finds("rbac-widened", "object-added"),
                edit("an image comes from elsewhere", after -> after.object(
                                "Deployment payment",
                                "/spec/template/spec/containers/0/image",
                                "\"docker.io/someone/payment:latest\""))
                        .finds("pods-restarted"),
                edit("a user with a key is made administrator", after -> after.template("prod/identity", resources -> {
                            resources.set(
                                    "Robot",
                                    Edit.node(
                                            """
                                            {"Type": "AWS::IAM::User", "Properties": {"UserName": "robot",
                                             "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"]}}"""));
                            resources.set(
                                    "RobotKey",
                                    Edit.node("{\"Type\": \"AWS::IAM::AccessKey\", \"Properties\": {\"UserName\": {\"Ref\": \"Robot\"}}}"));
                        }))
                        .finds("permission-widened", "resource-added")
                        .says("user robot (new): all of AdministratorAccess → everything"),
                edit("a rule answers for every host", after -> after.object("Ingress order", "/spec/rules/0/host", "\"*.example.com\"")
                                .object("Ingress order", "/spec/rules/0/http/paths/0/path", "\"/\""))
                        .finds("exposed", "path-closed", "object-changed")
                        .says("service shop/order: answer → *.example.com/"),
                edit("pods may reach everything", after -> after.object("NetworkPolicy payment", "/spec/egress/-", "{}"))
                        .finds("path-opened", "object-changed")
                        .says("pods of payment: reach everything → at anywhere"),
                edit("a service has no replicas", after -> after.object("Deployment payment", "/spec/replicas", "0"))
                        .finds("pods-restarted"),
                edit("a pod becomes another's account", after -> after.object(
                                "Deployment payment", "/spec/template/spec/serviceAccountName", "\"order\""))
                        .finds("permission-widened", "pods-restarted"));
    }
}
