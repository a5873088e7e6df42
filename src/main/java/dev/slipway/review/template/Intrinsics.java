package dev.slipway.review.template;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads values of a template in which something is known to AWS alone: {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Join}.
 *
 * <pre>{@code
 * Intrinsics.text(template, resource.property("RoleArn"))   // ${dev/identity/Roleorder/Arn}
 * }</pre>
 */
public final class Intrinsics {
    private static final String PARAMETER = "AWS::SSM::Parameter::Value<";

    private Intrinsics() {}

    /** A value as text, with names in the place of what only AWS knows. */
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
            return "${%s}"
                    .formatted(Stream.concat(Stream.of(template.path()), value.get("Fn::GetAtt").texts().stream())
                            .collect(Collectors.joining("/")));
        }
        return value.text();
    }

    private static String reference(Template template, String name) {
        Tree parameter = template.tree().get("Parameters").get(name);
        if (parameter.get("Type").text().startsWith(PARAMETER)) {
            return "${%s}".formatted(parameter.get("Default").text());
        }
        return switch (name) {
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> "${%s/%s}".formatted(template.path(), name);
        };
    }
}
