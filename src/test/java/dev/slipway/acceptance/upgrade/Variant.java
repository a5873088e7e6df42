package dev.slipway.acceptance.upgrade;

import dev.slipway.platform.Platform;
import java.util.List;

/**
 * A change that users make to their model.
 *
 * @param what in words, as in the reference
 * @param before what the platform is like before, for what is already the newest by default
 * @param rules of the findings that it must lead to; none for what loses nothing
 */
record Variant(String what, Edit before, Edit edit, List<String> rules) {
    static Variant safe(String what, Edit edit) {
        return new Variant(what, platform -> platform, edit, List.of());
    }

    Variant from(Edit newBefore) {
        return new Variant(what, newBefore, edit, rules);
    }

    static Variant found(String what, Edit edit, String... rules) {
        return new Variant(what, platform -> platform, edit, List.of(rules));
    }

    /** Whether it finds something to change. */
    boolean applies(Platform platform) {
        Platform start = before.apply(platform);
        return !edit.apply(start).equals(start);
    }

    boolean isSafe() {
        return rules.isEmpty();
    }
}
