package dev.slipway.ordering.payment.provider.http;

import dev.slipway.ordering.payment.provider.ProviderUnavailableException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the provider says of a payment. */
record ProviderReply(
        @Nullable String id,
        @Nullable String status,
        @Nullable String reason) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    boolean is(String expected) {
        return expected.equals(status);
    }

    /** The id, which becomes part of an address. */
    String knownId() {
        if (id == null || !ID.matcher(id).matches()) {
            throw new ProviderUnavailableException("The provider answers without an id");
        }
        return id;
    }
}
