package dev.slipway.review.difference.render;

import java.util.regex.Pattern;

/** Text from a model, which may hold anything, made fit to be shown: no line of its own, no command to a terminal, nothing unseen. */
final class Plain {
    /** Controls, among them those that turn the direction of writing or have no width, and separators of lines. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");

    private Plain() {}

    /** With a space for each character that is none. */
    static String of(String text) {
        return UNSEEN.matcher(text).replaceAll(" ");
    }
}
