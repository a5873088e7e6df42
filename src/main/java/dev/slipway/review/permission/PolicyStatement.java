package dev.slipway.review.permission;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A statement of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html. */
record PolicyStatement(boolean isAllow, boolean isConditional, Matching actions, Matching resources) {
    /** Patterns of which one has to fit, or none where the element is Not. */
    record Matching(List<Pattern> patterns, boolean isNegated) {
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
        return new Matching(
                values.stream()
                        .map(pattern -> pattern(Resolved.text(template, pattern), flags))
                        .toList(),
                isNegated);
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
}
