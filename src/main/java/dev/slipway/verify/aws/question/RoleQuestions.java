package dev.slipway.verify.aws.question;

import static dev.slipway.verify.aws.question.Field.called;
import static dev.slipway.verify.aws.question.Field.same;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;

/** What IAM is asked: who may become a role, and every policy that it has, whoever gave it. */
final class RoleQuestions {
    private static final String ATTACHED = "ManagedPolicyArns";
    private static final String INLINE = "Policies";
    private static final String ROLES = "Roles";

    private RoleQuestions() {}

    static List<Question> all() {
        return List.of(
                Question.of(
                                "AWS::IAM::Role",
                                RoleQuestions::role,
                                called("AssumeRolePolicyDocument", "AssumeRolePolicyDocument")
                                        .formed(Forms::policy),
                                same(ATTACHED)
                                        .declaredAs(RoleQuestions::attached)
                                        .anyOrder(),
                                same(INLINE).declaredAs(RoleQuestions::inline).formed(Forms::policies),
                                called("PermissionsBoundary", "PermissionsBoundary.PermissionsBoundaryArn"))
                        .attribute("Arn", "Arn")
                        .attribute("RoleId", "RoleId"),
                Question.of(
                                "AWS::IAM::ManagedPolicy",
                                RoleQuestions::policy,
                                called("PolicyDocument", "Document").formed(Forms::policy))
                        .attribute("PolicyArn", ""),
                Question.of(
                                "AWS::IAM::OIDCProvider",
                                (aws, arn) -> Answers.of(aws.iam()
                                        .getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(arn))),
                                called("ClientIdList", "ClientIDList").anyOrder())
                        .attribute("Arn", ""));
    }

    private static Tree role(AwsServices aws, String name) {
        Role role = aws.iam().getRole(request -> request.roleName(name)).role();
        Map<String, Object> inline = new TreeMap<>();
        aws.iam()
                .listRolePoliciesPaginator(request -> request.roleName(name))
                .policyNames()
                .forEach(policy -> inline.put(
                        policy,
                        aws.iam()
                                .getRolePolicy(request -> request.roleName(name).policyName(policy))
                                .policyDocument()));
        List<String> attached =
                aws
                        .iam()
                        .listAttachedRolePoliciesPaginator(request -> request.roleName(name))
                        .attachedPolicies()
                        .stream()
                        .map(AttachedPolicy::policyArn)
                        .toList();
        return Answers.of(role, Map.of(ATTACHED, attached, INLINE, inline));
    }

    private static Tree policy(AwsServices aws, String arn) {
        String version =
                aws.iam().getPolicy(request -> request.policyArn(arn)).policy().defaultVersionId();
        return Tree.of(Map.of(
                "Document",
                aws.iam()
                        .getPolicyVersion(request -> request.policyArn(arn).versionId(version))
                        .policyVersion()
                        .document()));
    }

    /** Those that it names, and those of the stack that name it; none, where nothing says any. */
    private static Tree attached(Tree role, Siblings stack) {
        List<Tree> all = new ArrayList<>(role.get(ATTACHED).items());
        stack.known("AWS::IAM::ManagedPolicy")
                .filter(policy -> policy.properties().get(ROLES).texts().contains(stack.id()))
                .forEach(policy -> all.add(Tree.of(policy.id())));
        return Tree.of(all);
    }

    /** Its own, and those of policies that name it. */
    private static Tree inline(Tree role, Siblings stack) {
        Map<String, Tree> all = new TreeMap<>();
        role.get(INLINE)
                .items()
                .forEach(policy -> all.put(policy.get("PolicyName").text(), policy.get("PolicyDocument")));
        stack.properties("AWS::IAM::Policy")
                .filter(policy -> policy.get(ROLES).texts().contains(stack.id()))
                .forEach(policy -> all.put(policy.get("PolicyName").text(), policy.get("PolicyDocument")));
        return Tree.of(all);
    }
}
