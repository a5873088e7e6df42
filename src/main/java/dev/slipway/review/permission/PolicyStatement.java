package dev.slipway.review.permission;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.template.Intrinsics;
import java.util.List;
import java.util.Locale;

/** A statement of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html. */
record PolicyStatement(boolean isAllow, boolean isConditional, Matching actions, Matching resources) {
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
        return new Matching(
                values.stream().map(glob -> Intrinsics.text(template, glob)).toList(), ignoresCase, isNegated);
    }
}
