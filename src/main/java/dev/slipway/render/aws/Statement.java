package dev.slipway.render.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement of an IAM policy, in the order in which its fields are read.
 *
 * <pre>{@code
 * Statement.document(List.of(Statement.allow(List.of("s3:GetObject"), List.of("arn:aws:s3:::invoices/*"))))
 * }</pre>
 */
public record Statement(Map<String, Object> fields) {
    private static final String VERSION = "2012-10-17";
    private static final List<String> ASSUME = List.of("sts:AssumeRole", "sts:TagSession");

    public Statement {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Statement allow(List<String> actions, List<String> resources) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Effect", "Allow");
        fields.put("Action", actions);
        fields.put("Resource", resources);
        return new Statement(fields);
    }

    /** Trusts the EKS Pod Identity agent: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html. */
    public static Statement podIdentity() {
        return trust("Service", "pods.eks.amazonaws.com");
    }

    /** Trusts a service of AWS: {@code lambda.amazonaws.com}. */
    public static Statement assumableByService(String principal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Effect", "Allow");
        fields.put("Principal", Map.of("Service", principal));
        fields.put("Action", "sts:AssumeRole");
        return new Statement(fields);
    }

    public static Statement assumableBy(String roleArn) {
        return trust("AWS", roleArn);
    }

    /**
     * Trusts whom an OpenID Connect provider of the account vouches for.
     *
     * @param issuer host of the provider
     * @param subjects exactly these, by their claim {@code sub}
     */
    public static Statement vouchedBy(String providerArn, String issuer, String audience, List<String> subjects) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put(issuer + ":aud", audience);
        claims.put(issuer + ":sub", subjects);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Effect", "Allow");
        fields.put("Principal", Map.of("Federated", providerArn));
        fields.put("Action", "sts:AssumeRoleWithWebIdentity");
        fields.put("Condition", Map.of("StringEquals", claims));
        return new Statement(fields);
    }

    /** The same statement, only where a condition holds: {@code on("StringLike", "aws:ResourceTag/team", values)}. */
    public Statement on(String operator, String key, List<String> values) {
        Map<String, Object> conditional = new LinkedHashMap<>(fields);
        conditional.put("Condition", Map.of(operator, Map.of(key, values)));
        return new Statement(conditional);
    }

    private static Statement trust(String kind, String principal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Effect", "Allow");
        fields.put("Principal", Map.of(kind, principal));
        fields.put("Action", ASSUME);
        return new Statement(fields);
    }

    /** Statements of the same actions as one, as a role may hold no more than 10,240 characters of them. */
    public static List<Statement> merged(List<Statement> statements) {
        Map<Object, List<String>> resources = new LinkedHashMap<>();
        for (Statement statement : statements) {
            List<String> all = resources.computeIfAbsent(statement.fields().get("Action"), action -> new ArrayList<>());
            for (Object resource : (List<?>) statement.fields().getOrDefault("Resource", List.of())) {
                if (!all.contains(String.valueOf(resource))) {
                    all.add(String.valueOf(resource));
                }
            }
        }
        List<Statement> merged = new ArrayList<>();
        resources.forEach((actions, all) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Effect", "Allow");
            fields.put("Action", actions);
            fields.put("Resource", List.copyOf(all));
            merged.add(new Statement(fields));
        });
        return merged;
    }

    public static Map<String, Object> document(List<Statement> statements) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", VERSION);
        document.put("Statement", statements.stream().map(Statement::fields).toList());
        return document;
    }
}
