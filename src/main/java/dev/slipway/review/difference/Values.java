package dev.slipway.review.difference;

import dev.slipway.review.Tree;

/** Values as a reader takes them in. */
public final class Values {
    private static final int LONGEST = 80;

    private Values() {}

    /** On one line and not too long; nothing is {@code –}. */
    public static String brief(Tree value) {
        String text = whole(value).replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
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
