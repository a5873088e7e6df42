package dev.slipway.acceptance.mutation;

import java.util.Locale;

/** What is done to a part of the output. */
enum Operator {
    /** A field, an entry or the whole is taken away. */
    DROP,

    /** A field has another name. */
    MISSPELL,

    /** A value is of another type. */
    RETYPE,

    /** A reference leads nowhere, or what others refer to has another name. */
    DANGLE,

    /** More is let in, allowed or shown. */
    WIDEN,

    /** An entry or the whole stands twice. */
    DUPLICATE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
