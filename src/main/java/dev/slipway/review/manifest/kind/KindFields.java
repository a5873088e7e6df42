package dev.slipway.review.manifest.kind;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fields of Kubernetes' own kinds, as src/build/kind-fields.mjs writes them. */
final class KindFields {
    /** The version of Kubernetes whose kinds the npm package cdk8s-plus-34 has. */
    static final String VERSION = "1.34";

    private static final KindFields PUBLISHED = new KindFields(read());

    private final Tree kinds;
    private final Tree types;

    private KindFields(Tree all) {
        this.kinds = all.get("kinds");
        this.types = all.get("types");
    }

    /** The ones that this version of Slipway carries. */
    static KindFields load() {
        return PUBLISHED;
    }

    /** The type of a kind's objects; nothing where Kubernetes has no such kind: that is somebody else's. */
    Optional<String> type(String apiVersion, String kind) {
        return Optional.of(kinds.get(apiVersion + " " + kind).text()).filter(type -> !type.isEmpty());
    }

    /**
     * What a type's fields hold, by their names: the name of a type, {@code [type]} for a list and {@code {type}} for a map of it,
     * without a name of what is plain, and nothing where it can be anything.
     */
    Map<String, Tree> fields(String type) {
        return types.get(type).fields();
    }

    private static Tree read() {
        try (InputStream stream = KindFields.class.getResourceAsStream("fields.json")) {
            return Tree.of(new ObjectMapper().readValue(Objects.requireNonNull(stream), Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The fields of Kubernetes' kinds cannot be read", e);
        }
    }
}
