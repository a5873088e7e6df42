package dev.slipway.review.template;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for templates that are too large, or that hold each other fast.
 *
 * <pre>{@code
 * assertThat(TemplateLimits.findings(Synthesis.read(Path.of("cdk.out"), Path.of("dist")))).isEmpty();
 * }</pre>
 */
public final class TemplateLimits {
    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html. */
    static final int RESOURCES = 500;

    static final int OUTPUTS = 200;
    static final int PARAMETERS = 200;

    /** Of a template that is read from S3, as the CDK has it, in bytes. */
    static final int BODY = 1_000_000;

    /** Of all inline policies of a role together, blanks not counted: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html. */
    static final int INLINE_POLICIES = 10_240;

    /** Of a managed policy, from the same page. */
    static final int POLICY = 6_144;

    private static final String ROLE = "AWS::IAM::Role";
    private static final String MANAGED_POLICY = "AWS::IAM::ManagedPolicy";

    private TemplateLimits() {}

    /** What one rule finds, without looking for anything else: {@code findings(synthesis, "policies")}. */
    public static Stream<Finding> findings(Synthesis synthesis, String rule) {
        Stream<Template> templates = synthesis.templates().stream();
        return switch (rule) {
            case "body" -> bodies(synthesis);
            case "export" -> templates.flatMap(template -> exports(template, "template " + template.path()));
            case "policies" ->
                templates.flatMap(template -> template.resources().stream()).flatMap(TemplateLimits::policies);
            case "name" ->
                templates.flatMap(template -> template.resources().stream()).flatMap(NameLimits::findings);
            default ->
                templates.flatMap(TemplateLimits::counts).filter(finding -> finding.rule()
                        .equals("template/" + rule));
        };
    }

    /** Everything found, template by template. */
    public static List<Finding> findings(Synthesis synthesis) {
        Stream<Finding> templates = synthesis.templates().stream().flatMap(TemplateLimits::ofTemplate);
        return Stream.concat(templates, bodies(synthesis)).toList();
    }

    private static Stream<Finding> bodies(Synthesis synthesis) {
        return synthesis.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".template.json"))
                .flatMap(file -> most("body", file.getKey(), "", size(file.getValue()), BODY));
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Stream<Finding> ofTemplate(Template template) {
        String path = "template " + template.path();
        Stream<Finding> resources = template.resources().stream()
                .flatMap(resource -> Stream.concat(policies(resource), NameLimits.findings(resource)));
        return Stream.of(counts(template), exports(template, path), resources).flatMap(findings -> findings);
    }

    private static Stream<Finding> counts(Template template) {
        String path = "template " + template.path();
        return Stream.of(
                        most(
                                "resources",
                                path,
                                "Resources",
                                template.resources().size(),
                                RESOURCES),
                        most("outputs", path, "Outputs", size(template, "Outputs"), OUTPUTS),
                        most("parameters", path, "Parameters", size(template, "Parameters"), PARAMETERS))
                .flatMap(findings -> findings);
    }

    private static int size(Template template, String section) {
        return template.tree().get(section).fields().size();
    }

    /** An export cannot change while another stack imports it. */
    private static Stream<Finding> exports(Template template, String path) {
        Stream<Finding> exported = template.tree().get("Outputs").fields().entrySet().stream()
                .filter(output -> output.getValue().get("Export").exists())
                .map(output -> new Finding(
                        "template/export",
                        path,
                        "Outputs." + output.getKey(),
                        "must not be exported: publish it to Parameter Store."));
        boolean imports = template.tree()
                .all()
                .anyMatch(tree -> tree.get("Fn::ImportValue").exists()
                        || tree.get("Fn::GetStackOutput").exists());
        return imports
                ? Stream.concat(
                        exported,
                        Stream.of(new Finding(
                                "template/export",
                                path,
                                "Fn::ImportValue",
                                "must not be used: read it from Parameter Store.")))
                : exported;
    }

    private static Stream<Finding> policies(Resource resource) {
        if (resource.type().equals(MANAGED_POLICY)) {
            int size = deployed(resource.property("PolicyDocument")).length();
            return most("policies", resource.toString(), "Properties.PolicyDocument", size, POLICY);
        }
        if (!resource.type().equals(ROLE)) {
            return Stream.empty();
        }
        int size = resource.property("Policies").items().stream()
                .map(policy -> policy.get("PolicyDocument"))
                .mapToInt(document -> deployed(document).length())
                .sum();
        return most("policies", resource.toString(), "Properties.Policies", size, INLINE_POLICIES);
    }

    /** With what is known only when deployed at the length of an identifier. */
    private static String deployed(Tree document) {
        return document.toString()
                .replaceAll("\\{\"Fn::Join\":\\[\"\", ?\\[([^\\[\\]]*)]]}", "$1")
                .replaceAll("\\{\"(Ref|Fn::GetAtt|Fn::Sub)\":[^{}]*}", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0-2")
                .replaceAll("\\s", "");
    }

    private static Stream<Finding> most(String what, String object, String field, int size, int limit) {
        return size <= limit
                ? Stream.empty()
                : Stream.of(new Finding(
                        "template/" + what, object, field, "(%s) must be at most %s.".formatted(size, limit)));
    }
}
