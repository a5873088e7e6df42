package dev.slipway.review.practice.access;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.template.Intrinsics;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may become a role: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html. */
public final class Trust {
    private static final String ROLE = "AWS::IAM::Role";
    private static final String PODS = "pods.eks.amazonaws.com";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}|arn:[^:]*:iam::[^:]+:root");
    private static final Pattern SUBJECT = Pattern.compile(".*:sub");

    private Trust() {}

    public static Stream<Finding> wide(Synthesis synthesis) {
        return synthesis.stages().stream()
                .flatMap(stage -> synthesis.resources(stage, ROLE).stream())
                .flatMap(role -> Statement.in(role, "AssumeRolePolicyDocument").stream())
                .filter(Statement::isAllow)
                .flatMap(statement -> of(statement).stream());
    }

    /** A provider that takes tokens for anybody lets those in that were made for others. */
    public static Stream<Finding> audience(Synthesis synthesis) {
        return synthesis.stages().stream()
                .flatMap(stage -> synthesis.resources(stage, "AWS::IAM::OIDCProvider").stream())
                .filter(provider -> provider.property("ClientIdList").items().isEmpty()
                        || provider.property("ClientIdList").texts().contains("*"))
                .map(provider -> Finding.about(
                        provider,
                        "Properties.ClientIdList",
                        "must name the audience of the tokens: sts.amazonaws.com."));
    }

    private static List<Finding> of(Statement statement) {
        List<Finding> found = new ArrayList<>();
        Tree principal = statement.tree().get("Principal");
        if (principal.text().equals("*") || principal.get("AWS").texts().contains("*")) {
            found.add(about(statement, "Principal", "(*) must be somebody: everybody could become the role."));
        }
        if (principal.get("Service").texts().contains("*")) {
            found.add(about(statement, "Principal.Service", "(*) must be one service."));
        }
        each(principal.get("AWS"))
                .map(one -> Intrinsics.text(statement.holder().template(), one))
                .filter(name -> ACCOUNT.matcher(name).matches() && !statement.isConditional())
                .forEach(name -> found.add(about(
                        statement,
                        "Principal.AWS",
                        "(%s) must be a role, or be bound by a condition: all of the account could become it."
                                .formatted(name))));
        if (statement.tree().get("NotPrincipal").exists()) {
            found.add(about(
                    statement, "NotPrincipal", "must not be in what allows: everybody else could become the role."));
        }
        if (principal.get("Federated").exists()) {
            federated(statement, found);
        }
        return found;
    }

    /** Without a subject any workflow of anybody becomes the role: https://docs.github.com/actions/concepts/security/openid-connect. */
    private static void federated(Statement statement, List<Finding> found) {
        List<String> subjects = new ArrayList<>();
        String issuer = Intrinsics.resource(
                        statement.holder().template(), statement.tree().at("Principal.Federated"))
                .map(provider -> provider.property("Url").text().replaceFirst("^https://", ""))
                .orElse("");
        boolean[] isForUs = {false};
        statement.tree().get("Condition").fields().values().forEach(keys -> keys.fields()
                .forEach((key, value) -> {
                    boolean isOfIssuer = issuer.isEmpty() || key.startsWith(issuer + ":");
                    if (isOfIssuer && SUBJECT.matcher(key).matches()) {
                        subjects.addAll(value.texts());
                    }
                    isForUs[0] |= isOfIssuer && key.endsWith(":aud");
                }));
        if (subjects.isEmpty()
                || subjects.stream().anyMatch(subject -> isAnybody(subject) || isOfNoRepository(issuer, subject))) {
            found.add(about(
                    statement,
                    "Condition",
                    "(%s) must name the subjects that may become the role, with their repository."
                            .formatted(subjects.isEmpty() ? "none" : String.join(", ", subjects))));
        }
        if (!isForUs[0]) {
            found.add(about(statement, "Condition", "must name the audience of the token: sts.amazonaws.com."));
        }
    }

    private static boolean isOfNoRepository(String issuer, String subject) {
        return issuer.equals("token.actions.githubusercontent.com") && !subject.startsWith("repo:");
    }

    private static boolean isAnybody(String subject) {
        return subject.matches("\\*|repo:\\*.*|repo:[^:/]+/\\*.*|system:serviceaccount:\\*.*");
    }

    /** A role of pods is for nobody else, and one without trust for nobody at all. */
    public static Stream<Finding> shared(Synthesis synthesis) {
        return synthesis.stages().stream()
                .flatMap(stage -> synthesis.resources(stage, ROLE).stream())
                .flatMap(role -> {
                    List<Statement> statements = Statement.in(role, "AssumeRolePolicyDocument");
                    boolean isOfPods = statements.stream()
                            .anyMatch(one ->
                                    one.tree().at("Principal.Service").texts().contains(PODS));
                    return statements.stream()
                            .filter(statement -> isOfPods && isOfOthers(statement))
                            .map(statement -> about(
                                    statement,
                                    "Principal",
                                    "must be %s alone: the role is one of pods.".formatted(PODS)));
                });
    }

    private static boolean isOfOthers(Statement statement) {
        Tree principal = statement.tree().get("Principal");
        return statement.isAllow()
                && (!principal.get("Service").texts().equals(List.of(PODS))
                        || principal.fields().size() > 1);
    }

    private static Stream<Tree> each(Tree value) {
        return value.isList() ? value.items().stream() : value.exists() ? Stream.of(value) : Stream.empty();
    }

    private static Finding about(Statement statement, String element, String what) {
        return Finding.about(statement.holder(), statement.path() + "." + element, what);
    }
}
