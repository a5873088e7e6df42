package dev.slipway.review.difference.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text between words; a word that is longer than a line stays whole, so that it can be copied. */
final class Wrapped {
    private Wrapped() {}

    static List<String> lines(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
