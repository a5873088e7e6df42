package dev.slipway.review.difference;

import dev.slipway.review.Tree;

/** Values as a reader takes them in. */
public final class Values {
    private static final int LONGEST = 80;
    private static final int CONTEXT = 16;

    private Values() {}

    /** On one line and not too long; nothing is {@code –}. */
    public static String brief(Tree value) {
        String text = whole(value).replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** Both, without what is the same at their beginning and end where they are long. */
    public static String change(Tree before, Tree after) {
        String old = whole(before).replaceAll("\\s+", " ");
        String now = whole(after).replaceAll("\\s+", " ");
        if (old.length() <= LONGEST && now.length() <= LONGEST) {
            return old + " → " + now;
        }
        int shorter = Math.min(old.length(), now.length());
        int start = 0;
        while (start < shorter && old.charAt(start) == now.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && old.charAt(old.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
            end++;
        }
        return part(old, start, end) + " → " + part(now, start, end);
    }

    private static String part(String text, int start, int end) {
        int from = Math.max(0, start - CONTEXT);
        int to = Math.min(text.length(), text.length() - end + CONTEXT);
        String middle = text.substring(from, to);
        String shown = middle.length() > LONGEST ? middle.substring(0, LONGEST - 1) + "…" : middle;
        return (from > 0 ? "…" : "") + shown + (to < text.length() ? "…" : "");
    }

    /** All of it; objects and lists as JSON. */
    public static String whole(Tree value) {
        if (!value.exists()) {
            return "–";
        }
        return value.fields().isEmpty()
                        && value.items().isEmpty()
                        && !value.text().isEmpty()
                ? value.text()
                : value.toString();
    }
}
