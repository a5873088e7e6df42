package dev.slipway.render.custom;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.Optional;

/**
 * One operation of a JSON patch, by a pointer: https://www.rfc-editor.org/rfc/rfc6902, https://www.rfc-editor.org/rfc/rfc6901.
 *
 * <pre>{@code
 * Patch.replace("/spec/template/spec/containers/0/imagePullPolicy", "Always")
 * Patch.add("/metadata/annotations/example.com~1team", "checkout")      // ~1 is a slash within a name
 * Patch.remove("/spec/revisionHistoryLimit")
 * }</pre>
 *
 * @param pointer from the object or the resource: {@code /spec/replicas}, {@code /Properties/ClusterName}
 * @param value a text, number, truth value, list or map; none where the operation removes
 */
@Declares
public record Patch(Operation operation, String pointer, Optional<Object> value, Origin origin) {
    /** What is done at the end of the pointer. */
    public enum Operation {
        /** Puts a value where none may be yet; everything before the last step must be there. */
        ADD,
        /** Puts a value in the place of one that is there. */
        REPLACE,
        /** Takes a value away that is there. */
        REMOVE
    }

    public static Patch add(String pointer, Object value) {
        return new Patch(Operation.ADD, pointer, Optional.of(value), Origin.here());
    }

    public static Patch replace(String pointer, Object value) {
        return new Patch(Operation.REPLACE, pointer, Optional.of(value), Origin.here());
    }

    public static Patch remove(String pointer) {
        return new Patch(Operation.REMOVE, pointer, Optional.empty(), Origin.here());
    }
}
