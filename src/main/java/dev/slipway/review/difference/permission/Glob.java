package dev.slipway.review.difference.permission;

/** A pattern of IAM, in which {@code *} is any text and {@code ?} any character. */
record Glob(String pattern) {
    static final Glob ALL = new Glob("*");

    /** Written one way where it can be written in several: {@code *?*} is {@code ?*}. */
    Glob {
        String before;
        do {
            before = pattern;
            pattern = pattern.replace("**", "*").replace("*?", "?*");
        } while (!before.equals(pattern));
    }

    /** Whether each text that fits the other fits this one. */
    boolean covers(Glob other) {
        return covers(0, other.pattern, 0);
    }

    private boolean covers(int at, String other, int from) {
        if (at == pattern.length()) {
            return from == other.length();
        }
        char here = pattern.charAt(at);
        if (here == '*') {
            for (int next = from; next <= other.length(); next++) {
                if (covers(at + 1, other, next)) {
                    return true;
                }
            }
            return false;
        }
        if (from == other.length()) {
            return false;
        }
        char there = other.charAt(from);
        boolean fits = here == '?' ? there != '*' : here == there;
        return fits && covers(at + 1, other, from + 1);
    }

    /** Whether some text fits both. */
    boolean overlaps(Glob other) {
        return overlaps(pattern, 0, other.pattern, 0);
    }

    private static boolean overlaps(String a, int i, String b, int j) {
        boolean endA = i == a.length();
        boolean endB = j == b.length();
        if (endA && endB) {
            return true;
        }
        if (!endA && a.charAt(i) == '*') {
            return overlaps(a, i + 1, b, j) || (!endB && overlaps(a, i, b, j + 1));
        }
        if (!endB && b.charAt(j) == '*') {
            return overlaps(b, j, a, i);
        }
        if (endA || endB) {
            return false;
        }
        char here = a.charAt(i);
        char there = b.charAt(j);
        return (here == there || here == '?' || there == '?') && overlaps(a, i + 1, b, j + 1);
    }
}
