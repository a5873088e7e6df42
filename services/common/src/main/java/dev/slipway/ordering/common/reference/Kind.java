package dev.slipway.ordering.common.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry is. */
public enum Kind {
    CATEGORY,
    REGION,
    CURRENCY;

    /** As codes start and events say: {@code category}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code, as {@code category.coffee}. */
    public static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> code.startsWith(kind.text() + "."))
                .findFirst();
    }

    @JsonCreator
    static Kind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
