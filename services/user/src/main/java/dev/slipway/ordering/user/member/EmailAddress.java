package dev.slipway.ordering.user.member;

import java.util.Locale;

/** An address by which a member is found: one in other letters is the same. */
public final class EmailAddress {
    /** What mail servers in use take: dot-atoms of ASCII, and a domain of two labels or more. */
    public static final String PATTERN =
            "(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]";

    /** Of RFC 5321, in characters. */
    public static final int LONGEST = 254;

    private EmailAddress() {}

    /** As it is stored and published. */
    public static String normalized(String given) {
        return given.toLowerCase(Locale.ROOT);
    }
}
