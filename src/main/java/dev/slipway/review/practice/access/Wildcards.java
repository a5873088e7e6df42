package dev.slipway.review.practice.access;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.template.Intrinsics;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Permissions for everything: CIS AWS Foundations 1.16. */
public final class Wildcards {
    private static final Pattern ALL = Pattern.compile("\\*|[a-z0-9-]+:\\*");

    /** With these on everything a role reads, becomes or hands out whatever there is. */
    private static final Pattern POWERFUL = Pattern.compile(
            "(?i)iam:(pass|create|put|attach|update)\\w*|sts:assumerole|secretsmanager:(get|put|\\*).*|ssm:get.*|s3:(get|put|delete)object.*"
                    + "|kms:(decrypt|creategrant).*|kafka-cluster:.*|rds-db:connect|dynamodb:(get|put|delete|query|scan).*|lambda:invoke.*");

    private static final Pattern READ =
            Pattern.compile("(?i)[a-z0-9-]+:(describe|list|get|search|lookup|view|batchget|check).*");

    private static final Pattern ADMINISTRATOR =
            Pattern.compile(".*policy/(AdministratorAccess|PowerUserAccess|IAMFullAccess|\\w+FullAccess)");

    private Wildcards() {}

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Stream.concat(
                Statement.all(synthesis).filter(Statement::isAllow).flatMap(statement -> of(statement).stream()),
                synthesis.stages().stream()
                        .flatMap(stage -> synthesis.resources(stage, "AWS::IAM::Role").stream())
                        .flatMap(role -> managed(role).stream()));
    }

    /** A role that may do nothing: what runs with it fails when it first needs it. Autoscaling uses a role of its own instead. */
    public static Stream<Finding> powerless(Synthesis synthesis) {
        return synthesis.stages().stream()
                .flatMap(stage -> synthesis.resources(stage, "AWS::IAM::Role").stream())
                .filter(role ->
                        !role.property("AssumeRolePolicyDocument").toString().contains("application-autoscaling."))
                .filter(role -> role.property("ManagedPolicyArns").items().isEmpty()
                        && Statement.ofRole(role).findAny().isEmpty())
                .filter(role -> Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
                        .flatMap(type -> role.template().resources(type).stream())
                        .noneMatch(policy -> policy.property("Roles").items().stream()
                                .anyMatch(one -> one.get("Ref").text().equals(role.id()))))
                .map(role -> Finding.about(
                        role, "Properties.Policies", "must hold what the role is for: it may do nothing."));
    }

    private static List<Finding> of(Statement statement) {
        List<Finding> found = new ArrayList<>();
        List<String> resources = statement.resources();
        boolean isOnAll = resources.contains("*");
        for (String action : statement.actions()) {
            if (ALL.matcher(action).matches()) {
                found.add(Finding.about(
                        statement.holder(),
                        statement.path() + ".Action",
                        "(%s) must be the actions that are needed.".formatted(action)));
            }
            boolean isChange = !READ.matcher(action).matches() && !statement.isConditional();
            if (isOnAll && (isChange || POWERFUL.matcher(action).matches())) {
                found.add(Finding.about(
                        statement.holder(),
                        statement.path() + ".Resource",
                        "(*) must be what %s is needed for.".formatted(action)));
            }
        }
        resources.stream()
                .filter(Wildcards::isOfMany)
                .forEach(resource -> found.add(Finding.about(
                        statement.holder(),
                        statement.path() + ".Resource",
                        "(%s) must name what the actions are needed for.".formatted(resource))));
        for (String element : List.of("NotAction", "NotResource")) {
            if (statement.tree().get(element).exists()) {
                found.add(Finding.about(
                        statement.holder(),
                        statement.path() + "." + element,
                        "must not be in what allows: all else is allowed, and all that AWS adds."));
            }
        }
        return found;
    }

    /** All secrets, parameters, roles or topics of an account: an ARN whose own part is nothing but a star. */
    private static boolean isOfMany(String arn) {
        return arn.matches("arn:[^:]*:(secretsmanager|ssm|iam|s3|kms|rds-db|kafka)?:.*")
                && arn.matches(
                        "arn:([^:]*:){5}([a-z-]+[:/])?/?\\*|arn:([^:]*:){5}(topic|group|cluster|dbuser)[:/]\\*.*");
    }

    private static List<Finding> managed(Resource role) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < role.property("ManagedPolicyArns").items().size(); i++) {
            String arn = Intrinsics.text(
                    role.template(), role.property("ManagedPolicyArns").items().get(i));
            if (ADMINISTRATOR.matcher(arn).matches()) {
                found.add(Finding.about(
                        role,
                        "Properties.ManagedPolicyArns." + i,
                        "(%s) must be a policy of what is needed.".formatted(arn)));
            }
        }
        return found;
    }
}
