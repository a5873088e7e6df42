package dev.slipway.review.template;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of a template as text, with names in the place of what only AWS knows.
 *
 * <pre>{@code
 * Intrinsics.text(template, tree)   // arn:aws:kafka:eu-central-1:111122223333:topic/${/ordering/prod/streaming/cluster-path}/order.placed
 * }</pre>
 */
public final class Intrinsics {
    private static final String PARAMETER = "AWS::SSM::Parameter::Value<";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[^!}][^}]*)}");

    private Intrinsics() {}

    /** A text; what a function gives has a name in braces, and what cannot be named is written as JSON. */
    public static String text(Template template, Tree value) {
        if (value.get("Fn::Join").exists()) {
            List<Tree> join = value.get("Fn::Join").items();
            return join.get(1).items().stream()
                    .map(part -> text(template, part))
                    .collect(Collectors.joining(join.get(0).text()));
        }
        if (value.get("Ref").exists()) {
            return reference(template, value.get("Ref").text());
        }
        if (value.get("Fn::GetAtt").exists()) {
            return attribute(template, value.get("Fn::GetAtt").texts());
        }
        if (value.get("Fn::Sub").exists()) {
            return substituted(template, value.get("Fn::Sub"));
        }
        return value.fields().isEmpty() ? value.text() : "${%s}".formatted(value);
    }

    private static String substituted(Template template, Tree sub) {
        Tree own = sub.at("1");
        String text = sub.items().isEmpty() ? sub.text() : sub.at("0").text();
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            String resolved = own.get(name).exists()
                    ? text(template, own.get(name))
                    : name.contains(".")
                            ? attribute(template, List.of(name.split("\\.", 2)))
                            : reference(template, name);
            return Matcher.quoteReplacement(resolved);
        });
    }

    private static String attribute(Template template, List<String> attribute) {
        return "${%s}"
                .formatted(Stream.concat(Stream.of(template.path()), attribute.stream())
                        .collect(Collectors.joining("/")));
    }

    private static String reference(Template template, String name) {
        Tree parameter = template.tree().get("Parameters").get(name);
        if (parameter.get("Type").text().startsWith(PARAMETER)) {
            return "${%s}".formatted(parameter.get("Default").text());
        }
        return switch (name) {
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> name.startsWith("AWS::") ? "${%s}".formatted(name) : "${%s/%s}".formatted(template.path(), name);
        };
    }

    /** The resource of the same template that a value refers to. */
    public static Optional<Resource> resource(Template template, Tree value) {
        Tree attribute = value.get("Fn::GetAtt");
        String id = attribute.exists()
                ? attribute.texts().get(0).replaceFirst("\\..*", "")
                : value.get("Ref").text();
        return template.resource(id);
    }
}
