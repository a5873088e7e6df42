package dev.slipway.ordering.common.api;

import dev.slipway.ordering.common.reference.ReferenceData;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An entry as an operator writes it; its code is in the path, and its version is not theirs to say. */
record EntryBody(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*") String name,

        @Nullable @Size(max = 100) @Pattern(regexp = "(category|region|currency)(\\.[A-Za-z0-9-]+)+")
        String parent,

        @Nullable @Min(0) @Max(100_000) Integer position,

        @NotNull Boolean active) {
    ReferenceData.Draft draft() {
        return new ReferenceData.Draft(name.strip(), parent, position, active);
    }
}
