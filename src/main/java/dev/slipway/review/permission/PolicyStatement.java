package dev.slipway.review.permission;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html. */
record PolicyStatement(boolean isAllow, boolean isConditional, Matching actions, Matching resources) {
    private static final String PARAMETER = "AWS::SSM::Parameter::Value<";

    /** Patterns of which one has to fit, or none where the element is Not. */
    record Matching(List<String> globs, boolean ignoresCase, boolean isNegated) {
        boolean fits(String value) {
            String wanted = ignoresCase ? value.toLowerCase(Locale.ROOT) : value;
            return globs.stream()
                            .anyMatch(glob -> fits(ignoresCase ? glob.toLowerCase(Locale.ROOT) : glob, 0, wanted, 0))
                    != isNegated;
        }

        /** A star stands for any text, a question mark for one character. */
        private static boolean fits(String glob, int at, String value, int from) {
            int star = glob.indexOf('*', at);
            int length = (star < 0 ? glob.length() : star) - at;
            if (value.length() - from < length || !same(glob, at, value, from, length)) {
                return false;
            }
            if (star < 0) {
                return value.length() - from == length;
            }
            for (int rest = from + length; rest <= value.length(); rest++) {
                if (fits(glob, star + 1, value, rest)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean same(String glob, int at, String value, int from, int length) {
            for (int i = length - 1; i >= 0; i--) {
                char wanted = glob.charAt(at + i);
                if (wanted != '?' && wanted != value.charAt(from + i)) {
                    return false;
                }
            }
            return true;
        }
    }

    static PolicyStatement read(Template template, Tree statement) {
        return new PolicyStatement(
                statement.get("Effect").text().equals("Allow"),
                statement.get("Condition").exists(),
                matching(template, statement, "Action", true),
                matching(template, statement, "Resource", false));
    }

    boolean covers(String action, String resource) {
        return actions.fits(action) && resources.fits(resource);
    }

    /** One that denies under a condition may not apply. */
    boolean forbids() {
        return !isAllow && !isConditional;
    }

    private static Matching matching(Template template, Tree statement, String element, boolean ignoresCase) {
        boolean isNegated = statement.get("Not" + element).exists();
        Tree value = statement.get(isNegated ? "Not" + element : element);
        List<Tree> values = value.items().isEmpty() ? List.of(value) : value.items();
        return new Matching(values.stream().map(glob -> text(template, glob)).toList(), ignoresCase, isNegated);
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
