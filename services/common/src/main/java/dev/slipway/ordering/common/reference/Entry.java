package dev.slipway.ordering.common.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An entry in its newest version, as events and the API say it.
 *
 * @param active whether new data may refer to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        String code,
        Kind kind,
        String name,
        @Nullable String parent,
        @Nullable Integer position,
        boolean active,
        long version) {}
