package dev.slipway.verify;

import dev.slipway.review.Tree;
import java.util.regex.Pattern;

/** Values as they are shown: short, and never what might be a secret that somebody put where it does not belong. */
public final class Shown {
    static final String HIDDEN = "(hidden)";

    private static final int MOST = 160;
    private static final Pattern SECRET =
            Pattern.compile("(?i)passw|passphrase|secret|token|credential|private.?key|api.?key|access.?key");

    private Shown() {}

    /** The value of a field: {@code of("spec.replicas", tree)}. */
    public static String of(String field, Tree value) {
        if (!value.exists()) {
            return Drift.NOTHING;
        }
        boolean isPlain = value.fields().isEmpty() && value.items().isEmpty();
        if (isPlain) {
            return isSecret(field) ? HIDDEN : shortened(value.text());
        }
        return shortened(masked(field, value).toString());
    }

    private static Tree masked(String field, Tree value) {
        if (!value.fields().isEmpty()) {
            // the name of an environment variable says what its value is
            String named = field + value.get("name").text() + value.get("Name").text();
            java.util.Map<String, Tree> fields = new java.util.TreeMap<>();
            value.fields().forEach((key, each) -> fields.put(key, masked(key.equals("value") ? named : key, each)));
            return Tree.of(fields);
        }
        if (!value.items().isEmpty()) {
            return Tree.of(
                    value.items().stream().map(item -> masked(field, item)).toList());
        }
        return value.exists() && isSecret(field) ? Tree.of(HIDDEN) : value;
    }

    private static boolean isSecret(String field) {
        return SECRET.matcher(field).find();
    }

    private static String shortened(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "..." : text;
    }
}
