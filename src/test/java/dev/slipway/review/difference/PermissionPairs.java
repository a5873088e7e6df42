package dev.slipway.review.difference;

import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.review.difference.Pair.edit;
import static dev.slipway.review.difference.Pair.model;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who may do what. */
final class PermissionPairs {
    private static final String STATEMENTS = "/Properties/Policies/0/PolicyDocument/Statement/-";
    private static final String ROLE = """
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "reader", "namespace": "shop"},
             "rules": [{"apiGroups": [""], "resources": ["configmaps"], "verbs": [%s]}]}""";
    private static final String BINDING = """
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "%s", "metadata": {"name": "%s"%s},
             "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "%s", "name": "%s"},
             "subjects": [{"kind": "ServiceAccount", "name": "order", "namespace": "shop"}]}""";

    private PermissionPairs() {}

    private static UnaryOperator<Edit> may(String statement) {
        return edit -> edit.id("prod/identity", "Roleorder", STATEMENTS, statement);
    }

    private static UnaryOperator<Edit> bound(String verbs) {
        return edit -> edit.add("order", ROLE.formatted(verbs))
                .add(
                        "order",
                        BINDING.formatted("RoleBinding", "reader", ", \"namespace\": \"shop\"", "Role", "reader"));
    }

    static Stream<Pair> all() {
        return Stream.concat(
                iam(),
                Stream.of(
                        edit(
                                        "a service becomes administrator of the cluster",
                                        after -> after.add(
                                                "order",
                                                BINDING.formatted(
                                                        "ClusterRoleBinding",
                                                        "all",
                                                        "",
                                                        "ClusterRole",
                                                        "cluster-admin")))
                                .finds("rbac-widened", "object-added")
                                .says("service account shop/order: * → everything in the cluster"),
                        edit(
                                        "verbs of a role stand in another order",
                                        bound("\"get\", \"list\""),
                                        bound("\"list\", \"get\""))
                                .finds("object-changed"),
                        edit("a role may write too", bound("\"get\""), bound("\"get\", \"update\""))
                                .finds("rbac-widened", "object-changed")
                                .says("service account shop/order: update → configmaps in namespace shop"),
                        edit("a role may no longer list", bound("\"get\", \"list\""), bound("\"get\""))
                                .finds("permission-narrowed", "object-changed")
                                .says("service account shop/order: list → configmaps in namespace shop"),
                        model(
                                        "a service reads one more secret",
                                        shop -> shop.needsOfOrder.add(secret("mail", "password")))
                                .finds(
                                        "permission-widened",
                                        "pods-restarted",
                                        "resource-added",
                                        "resource-changed",
                                        "object-changed",
                                        "cost-raised")
                                .says(
                                        "role shop.prod.order.secret-reader: secretsmanager:DescribeSecret, secretsmanager:GetSecretValue → secret shop/prod/order/mail")));
    }

    private static Stream<Pair> iam() {
        String receipts = "arn:aws:s3:::shop-prod-receipts-111122223333-us-east-1/*";
        String read = "{\"Effect\": \"Allow\", \"Action\": %s, \"Resource\": \"" + receipts + "\"%s}";
        String deny = "{\"Effect\": \"Deny\", \"Action\": \"s3:DeleteObject\", \"Resource\": \"" + receipts + "\"}";
        String onlyTls = ", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"true\"}}";
        return Stream.of(
                edit(
                                "a role may do everything with buckets",
                                may("{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"))
                        .finds("permission-widened", "resource-changed")
                        .says("role shop.prod.order: s3:* → everything"),
                edit(
                                "a wildcard becomes one of what it held",
                                may(read.formatted("\"s3:*\"", "")),
                                may(read.formatted("\"s3:GetObjectTagging\"", "")))
                        .finds("permission-narrowed", "resource-changed"),
                edit(
                                "one of what a wildcard holds is written beside it",
                                may(read.formatted("[\"s3:*\"]", "")),
                                may(read.formatted("[\"s3:GetObjectTagging\", \"s3:*\"]", "")))
                        .finds("resource-changed"),
                edit(
                                "a condition is dropped",
                                may(read.formatted("\"s3:GetObjectTagging\"", onlyTls)),
                                may(read.formatted("\"s3:GetObjectTagging\"", "")))
                        .finds("permission-widened", "resource-changed")
                        .says("role shop.prod.order: s3:GetObjectTagging → objects"),
                edit(
                                "a condition is added",
                                may(read.formatted("\"s3:GetObjectTagging\"", "")),
                                may(read.formatted("\"s3:GetObjectTagging\"", onlyTls)))
                        .finds("permission-narrowed", "resource-changed"),
                edit("a denial is dropped", may(deny), may(read.formatted("\"s3:GetObjectTagging\"", "")))
                        .finds("permission-widened", "resource-changed")
                        .says("role shop.prod.order (no longer denied): s3:DeleteObject → objects"),
                edit(
                                "all is allowed but one thing",
                                may("{\"Effect\": \"Allow\", \"NotAction\": \"iam:*\", \"Resource\": \"*\"}"))
                        .finds("permission-widened", "resource-changed")
                        .says("role shop.prod.order: all but iam:* → everything"),
                edit(
                                "statements stand in another order",
                                after -> after.template("prod/identity", resources -> {
                                    var list = (com.fasterxml.jackson.databind.node.ArrayNode)
                                            resources.at("/Roleorder/Properties/Policies/0/PolicyDocument/Statement");
                                    list.add(list.remove(0));
                                }))
                        .finds("resource-changed"),
                edit(
                                "another account may become a role",
                                after -> after.id(
                                        "prod/identity",
                                        "Roleorder",
                                        "/Properties/AssumeRolePolicyDocument/Statement/-",
                                        "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"arn:aws:iam::999988887777:root\"}, \"Action\": \"sts:AssumeRole\"}"))
                        .finds("trust-widened", "resource-changed")
                        .says("the account of account 999988887777: sts:AssumeRole → role shop.prod.order"),
                edit(
                                "anybody may use a key",
                                after -> after.id(
                                        "prod/database",
                                        "Key961B73FD",
                                        "/Properties/KeyPolicy/Statement/-",
                                        "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"kms:Decrypt\", \"Resource\": \"*\"}"))
                        .finds("permission-widened", "resource-changed")
                        .says("anybody: kms:Decrypt → key"),
                edit(
                                "a policy of AWS is attached",
                                after -> after.id(
                                        "prod/identity",
                                        "Roleorder",
                                        "/Properties/ManagedPolicyArns",
                                        "[\"arn:aws:iam::aws:policy/AdministratorAccess\"]"))
                        .finds("permission-widened", "resource-changed")
                        .says("role shop.prod.order: all of AdministratorAccess → everything"),
                edit(
                                "everybody reads a bucket",
                                after -> after.resource(
                                        "prod/storage",
                                        "AWS::S3::BucketPolicy",
                                        "/Properties/PolicyDocument/Statement/-",
                                        "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"*\"}, \"Action\": \"s3:GetObject\", \"Resource\": \""
                                                + receipts + "\"}"))
                        .finds("permission-widened", "resource-changed")
                        .says("anybody: s3:GetObject → bucket shop-prod-receipts"));
    }
}
