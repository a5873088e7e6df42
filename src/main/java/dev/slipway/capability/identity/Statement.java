package dev.slipway.capability.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A statement of an IAM policy, in the order in which its fields are read. */
record Statement(Map<String, Object> fields) {
    private static final String VERSION = "2012-10-17";
    private static final List<String> ASSUME = List.of("sts:AssumeRole", "sts:TagSession");

    static Statement allow(List<String> actions, List<String> resources) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Effect", "Allow");
        fields.put("Action", actions);
        fields.put("Resource", resources);
        return new Statement(fields);
    }

    /** Trusts the EKS Pod Identity agent: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html. */
    static Statement podIdentity() {
        return trust("Service", "pods.eks.amazonaws.com");
    }

    static Statement assumableBy(String roleArn) {
        return trust("AWS", roleArn);
    }

    private static Statement trust(String kind, String principal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Effect", "Allow");
        fields.put("Principal", Map.of(kind, principal));
        fields.put("Action", ASSUME);
        return new Statement(fields);
    }

    /** Statements of the same actions as one, as a role may hold no more than 10,240 characters of them. */
    static List<Statement> merged(List<Statement> statements) {
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

    static Map<String, Object> document(List<Statement> statements) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", VERSION);
        document.put("Statement", statements.stream().map(Statement::fields).toList());
        return document;
    }
}
