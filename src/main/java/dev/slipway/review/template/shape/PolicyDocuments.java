package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Likely;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The grammar of policies: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html. */
final class PolicyDocuments {
    private static final Set<String> DOCUMENT = new TreeSet<>(List.of("Id", "Statement", "Version"));
    private static final Set<String> STATEMENT = new TreeSet<>(List.of(
            "Action",
            "Condition",
            "Effect",
            "NotAction",
            "NotPrincipal",
            "NotResource",
            "Principal",
            "Resource",
            "Sid"));
    private static final Set<String> PRINCIPALS =
            new TreeSet<>(List.of("AWS", "CanonicalUser", "Federated", "Service"));
    private static final Pattern ACTION = Pattern.compile("\\*|[a-z0-9-]+:[A-Za-z0-9*?]+");
    private static final Pattern ARN = Pattern.compile("\\*|arn:[^:]*:[a-z0-9*-]+:[^:]*:[^:]*:.+");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?|\\*");
    private static final Pattern ACCOUNT = Pattern.compile("\\*|\\d{12}|arn:[^:]*:(iam|sts):.+|[A-Z0-9]{16,}");
    private static final Pattern OPERATOR = Pattern.compile(
            "(For(All|Any)Values:)?(String(Not)?(Equals|EqualsIgnoreCase|Like)|(Numeric|Date)((Not)?Equals|(Less|Greater)Than(Equals)?)"
                    + "|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like))(IfExists)?|Null");

    private final Resource resource;
    private final List<Finding> findings = new ArrayList<>();

    private PolicyDocuments(Resource resource) {
        this.resource = resource;
    }

    static Collection<Finding> findings(Resource resource) {
        PolicyDocuments documents = new PolicyDocuments(resource);
        documents.search("Properties", resource.tree().get("Properties"));
        return documents.findings;
    }

    private void search(String path, Tree value) {
        if (value.get("Statement").exists() || path.endsWith("PolicyDocument") || path.endsWith(".KeyPolicy")) {
            if (!Functions.isFunction(value)) {
                document(path, value);
            }
            return;
        }
        value.fields().forEach((key, below) -> search(path + "." + key, below));
        for (int i = 0; i < value.items().size(); i++) {
            search(path + "." + i, value.items().get(i));
        }
    }

    private void document(String path, Tree document) {
        known(path, document, DOCUMENT, "a policy");
        String version = document.get("Version").text();
        if (!version.equals("2012-10-17")) {
            say(path + ".Version", "(%s) must be 2012-10-17.".formatted(version));
        }
        Tree statements = document.get("Statement");
        if (statements.isObject()) {
            statement(path + ".Statement", statements);
        } else if (statements.items().isEmpty()) {
            say(path + ".Statement", "(%s) must be a list of statements.".formatted(statements));
        }
        for (int i = 0; i < statements.items().size(); i++) {
            statement(path + ".Statement." + i, statements.items().get(i));
        }
    }

    private void statement(String path, Tree statement) {
        if (!statement.isObject()) {
            say(path, "(%s) must be a statement.".formatted(statement));
            return;
        }
        known(path, statement, STATEMENT, "a statement");
        if (!statement.get("Effect").text().matches("Allow|Deny")) {
            say(path + ".Effect", "(%s) must be Allow or Deny.".formatted(statement.get("Effect")));
        }
        one(path, statement, "Action");
        texts(path, statement, "Action", ACTION, "an action as service:Name");
        boolean isTrust = path.contains("AssumeRolePolicyDocument");
        if (isTrust
                || resource.type().endsWith("BucketPolicy")
                || resource.type().endsWith("Key")) {
            one(path, statement, "Principal");
        }
        if (!isTrust) {
            one(path, statement, "Resource");
        }
        texts(path, statement, "Resource", ARN, "an ARN or *");
        principal(path + ".Principal", statement.get("Principal"));
        condition(path + ".Condition", statement.get("Condition"));
    }

    private void one(String path, Tree statement, String element) {
        if (statement.get(element).exists() == statement.get("Not" + element).exists()) {
            say(path + "." + element, "must be set, or Not%s in its place.".formatted(element));
        }
    }

    private void texts(String path, Tree statement, String element, Pattern syntax, String what) {
        Stream.of(element, "Not" + element)
                .filter(name -> statement.get(name).exists())
                .forEach(name -> each(path + "." + name, statement.get(name), syntax, what));
    }

    private void each(String path, Tree value, Pattern syntax, String what) {
        if (Functions.isFunction(value)) {
            return;
        }
        if (!value.isList()) {
            if (!syntax.matcher(value.text()).matches()) {
                say(path, "(%s) must be %s.".formatted(value.isObject() ? value : value.text(), what));
            }
            return;
        }
        for (int i = 0; i < value.items().size(); i++) {
            each(path + "." + i, value.items().get(i), syntax, what);
        }
        if (value.items().isEmpty()) {
            say(path, "must be %s.".formatted(what));
        }
    }

    private void principal(String path, Tree principal) {
        if (!principal.exists() || principal.text().equals("*")) {
            return;
        }
        if (principal.fields().isEmpty()) {
            say(path, "(%s) must be * or name what kind of principal it is.".formatted(principal));
        }
        known(path, principal, PRINCIPALS, "a principal");
        each(path + ".AWS", principal, "AWS", ACCOUNT, "an account or an ARN of IAM");
        each(path + ".Service", principal, "Service", SERVICE, "a service as name.amazonaws.com");
        each(path + ".Federated", principal, "Federated", Pattern.compile("[a-zA-Z0-9:./-]+"), "a provider");
    }

    private void each(String path, Tree principal, String kind, Pattern syntax, String what) {
        if (principal.get(kind).exists()) {
            each(path, principal.get(kind), syntax, what);
        }
    }

    private void condition(String path, Tree condition) {
        if (condition.exists() && condition.fields().isEmpty()) {
            say(path, "(%s) must be operators, each with keys.".formatted(condition));
        }
        condition.fields().forEach((operator, keys) -> {
            if (!OPERATOR.matcher(operator).matches()) {
                say(path + "." + operator, "must be an operator of conditions, such as StringEquals.");
            }
            if (keys.fields().isEmpty()) {
                say(path + "." + operator, "(%s) must name a key and its values.".formatted(keys));
            }
            keys.fields().forEach((key, value) -> {
                if (!key.matches("[a-zA-Z0-9.-]+:.+") && !Functions.isFunction(keys)) {
                    say(path + "." + operator + "." + key, "must be a key of conditions, such as aws:SourceAccount.");
                }
                if (value.isObject() && !Functions.isFunction(value)) {
                    say(path + "." + operator + "." + key, "(%s) must be a value, or a list of them.".formatted(value));
                }
            });
        });
    }

    private void known(String path, Tree value, Set<String> names, String of) {
        value.fields().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> say(
                        path + "." + name,
                        "must be an element of %s, which has %s.".formatted(of, Likely.of(name, names))));
    }

    private void say(String path, String what) {
        findings.add(Finding.about(resource, path, what).by("template/policy"));
    }
}
