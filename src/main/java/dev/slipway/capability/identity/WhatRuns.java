package dev.slipway.capability.identity;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.render.aws.Acknowledgement;
import dev.slipway.render.aws.Statement;
import java.util.List;
import software.constructs.IConstruct;

/** What {@code slipway verify} reads on AWS: how things are set up, and nothing that they hold. */
final class WhatRuns {
    /** Each asked for in {@code dev.slipway.verify}; a test holds the two together. */
    private static final List<String> READ = List.of(
            "cloudformation:DescribeStacks",
            "cloudformation:GetTemplate",
            "cloudformation:ListStackResources",
            "ec2:DescribeFlowLogs",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeVpcs",
            "ecr:DescribeRepositories",
            "ecr:GetLifecyclePolicy",
            "eks:DescribeCluster",
            "eks:DescribeNodegroup",
            "elasticache:DescribeReplicationGroups",
            "elasticache:DescribeServerlessCaches",
            "elasticache:DescribeUsers",
            "iam:GetOpenIDConnectProvider",
            "iam:GetPolicy",
            "iam:GetPolicyVersion",
            "iam:GetRole",
            "iam:GetRolePolicy",
            "iam:ListAttachedRolePolicies",
            "iam:ListRolePolicies",
            "kafka:DescribeCluster",
            "kms:DescribeKey",
            "kms:GetKeyPolicy",
            "kms:GetKeyRotationStatus",
            "logs:DescribeLogGroups",
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "rds:DescribeDBSubnetGroups",
            "secretsmanager:DescribeSecret");

    private static final List<String> ALL = List.of("*");

    private static final Acknowledgement LOOKING = Acknowledgement.of(
            "AwsSolutions-IAM5[Resource::*]",
            "It reads how things are set up, whose ids AWS chooses or which cannot be named; nothing that they hold,"
                    + " and no secret.");

    private static final String OWN =
            "These are the platform's own parameters, whose names all begin with its own; none is a secret.";

    private WhatRuns() {}

    /** On a role that has {@link #read}. */
    static void acknowledge(IConstruct role, List<Statement> statements) {
        LOOKING.on(role);
        statements.stream()
                .filter(statement -> !isOfAll(statement))
                .flatMap(statement -> ((List<?>) statement.fields().getOrDefault("Resource", List.of())).stream())
                .forEach(arn -> Acknowledgement.of("AwsSolutions-IAM5[Resource::%s]".formatted(arn), OWN)
                        .on(role));
    }

    static boolean isOfAll(Statement statement) {
        return READ.equals(statement.fields().get("Action"));
    }

    /** The parameters of the platform have values, which are read; others of the account have them too, and are not. */
    static List<Statement> read(List<EnvironmentPlan> environments) {
        List<String> parameters = environments.stream()
                .map(EnvironmentPlan::place)
                .map(WhatRuns::parameters)
                .distinct()
                .toList();
        return List.of(Statement.allow(READ, ALL), Statement.allow(List.of("ssm:GetParameter"), parameters));
    }

    private static String parameters(Place place) {
        return place.arn("ssm", "parameter/%s/*".formatted(place.platform().name()));
    }
}
