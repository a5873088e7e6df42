package dev.slipway.ordering.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compares the schemas with those of the last release.
 *
 * <p>A break needs a second version of the topic's data beside the first. {@code -Dschemas.release=true} records a release.
 */
final class ReleasedSchemasTest {
    @Test
    void nothingIsTakenAwayFromTheLastRelease() {
        Map<String, String> now = Folder.schemas(Folder.SCHEMAS);
        if (Boolean.getBoolean("schemas.release")) {
            now.forEach((name, schema) -> Folder.write(Folder.RELEASED.resolve(name + ".v1.json"), schema));
        }
        Map<String, String> released = Folder.schemas(Folder.RELEASED);
        assertThat(released).isNotEmpty();

        Map<String, Object> breaks = new TreeMap<>();
        released.forEach((name, before) -> {
            String after = now.get(name);
            if (after == null) {
                breaks.put(name, "the schema is removed");
            } else if (!Compatibility.breaks(before, after).isEmpty()) {
                breaks.put(name, Compatibility.breaks(before, after));
            }
        });

        assertThat(breaks).isEmpty();
    }
}
