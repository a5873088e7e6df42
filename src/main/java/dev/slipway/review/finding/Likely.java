package dev.slipway.review.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that there are, for whoever wrote another. */
public final class Likely {
    private static final int SHOWN = 4;

    private Likely() {}

    /** The names that begin and end most like one: {@code image, imagePullPolicy}; {@code none} where there are none. */
    public static String of(String name, Collection<String> names) {
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
}
