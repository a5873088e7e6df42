package dev.slipway.acceptance.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.review.Resource;
import java.net.URLDecoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;

/** What IAM says of a role: who may take it, and every policy that it has, of whichever resource it came. */
final class RoleAnswers {
    private final Aws aws;

    RoleAnswers(Aws aws) {
        this.aws = aws;
    }

    List<Answer> role(String name) {
        Role role = aws.iam.getRole(request -> request.roleName(name)).role();
        Object managed = Answer.sorted(
                aws.iam.listAttachedRolePolicies(request -> request.roleName(name)).attachedPolicies().stream()
                        .map(AttachedPolicy::policyArn)
                        .toList());
        return List.of(
                new Answer("AssumeRolePolicyDocument", policy(role.assumeRolePolicyDocument()), value -> value),
                new Answer("ManagedPolicyArns", managed, value -> Answer.sorted((Collection<?>) value)));
    }

    List<Answer> provider(String arn) {
        return List.of(Answer.anyOrder(
                "ClientIdList",
                aws.iam
                        .getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(arn))
                        .clientIDList()));
    }

    /** The inline policies of a role by name. */
    Map<String, Object> inline(String name) {
        Map<String, Object> policies = new TreeMap<>();
        aws.iam
                .listRolePolicies(request -> request.roleName(name))
                .policyNames()
                .forEach(policy -> policies.put(
                        policy,
                        policy(aws.iam
                                .getRolePolicy(request -> request.roleName(name).policyName(policy))
                                .policyDocument())));
        return policies;
    }

    /** Those that the templates give it: its own, and those of policies that name it. */
    static Map<String, Object> declared(Stacks stacks, Resource role) {
        Values values = stacks.values(role.template());
        Map<String, Object> policies = new TreeMap<>();
        role.property("Policies")
                .items()
                .forEach(policy ->
                        policies.put(policy.get("PolicyName").text(), values.of(policy.get("PolicyDocument"))));
        stacks.resources()
                .filter(policy -> policy.type().equals("AWS::IAM::Policy"))
                .filter(policy -> ((List<?>) stacks.values(policy.template()).of(policy.property("Roles")))
                        .contains(stacks.id(role)))
                .forEach(policy -> policies.put(
                        policy.property("PolicyName").text(),
                        stacks.values(policy.template()).of(policy.property("PolicyDocument"))));
        return policies;
    }

    private static Object policy(String encoded) {
        return Json.read(encoded.startsWith("%") ? URLDecoder.decode(encoded, UTF_8) : encoded);
    }
}
