package dev.slipway.review.permission;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html. */
record PolicyStatement(boolean isAllow, boolean isConditional, Matching actions, Matching resources) {
    private static final String PARAMETER = "AWS::SSM::Parameter::Value<";

    /** Patterns of which one has to fit, or none where the element is Not. */
    record Matching(List<String> globs, List<Pattern> patterns, boolean isNegated) {
        boolean fits(String value) {
            return patterns.stream().anyMatch(pattern -> pattern.matcher(value).matches()) != isNegated;
        }
    }

    static PolicyStatement read(Template template, Tree statement) {
        return new PolicyStatement(
                statement.get("Effect").text().equals("Allow"),
                statement.get("Condition").exists(),
                matching(template, statement, "Action", Pattern.CASE_INSENSITIVE),
                matching(template, statement, "Resource", 0));
    }

    boolean covers(String action, String resource) {
        return actions.fits(action) && resources.fits(resource);
    }

    /** One that denies under a condition may not apply. */
    boolean forbids() {
        return !isAllow && !isConditional;
    }

    private static Matching matching(Template template, Tree statement, String element, int flags) {
        boolean isNegated = statement.get("Not" + element).exists();
        Tree value = statement.get(isNegated ? "Not" + element : element);
        List<Tree> values = value.items().isEmpty() ? List.of(value) : value.items();
        List<String> globs = values.stream().map(glob -> text(template, glob)).toList();
        return new Matching(
                globs, globs.stream().map(glob -> pattern(glob, flags)).toList(), isNegated);
    }

    private static Pattern pattern(String glob, int flags) {
        String regex = glob.codePoints()
                .mapToObj(point -> switch (point) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(point));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, flags | Pattern.DOTALL);
    }

    /** A text with names in the place of what only AWS knows. */
    static String text(Template template, Tree value) {
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
