package dev.slipway.review.template.shape;

import dev.slipway.review.specification.ValueType;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What there is, for whoever wrote something else. */
final class Known {
    private static final int SHOWN = 4;

    private Known() {}

    /** The names that begin most like one. */
    static String likely(String name, Collection<String> names) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return names.isEmpty()
                ? "none"
                : names.stream()
                        .sorted(Comparator.comparingInt(
                                        (String known) -> -alike(wanted, known.toLowerCase(Locale.ROOT)))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(SHOWN)
                        .collect(Collectors.joining(", "));
    }

    /** Characters that two texts have in common at both ends. */
    private static int alike(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int head = 0;
        while (head < most && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return head + tail;
    }

    static String kind(ValueType type) {
        return type == ValueType.Scalar.INTEGER
                ? "a whole number"
                : type == ValueType.Scalar.NUMBER
                        ? "a number"
                        : type == ValueType.Scalar.BOOLEAN ? "true or false" : "a text";
    }
}
