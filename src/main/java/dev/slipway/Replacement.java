package dev.slipway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that is replaced whole or not at all: written beside itself, then moved into its place.
 *
 * @param target the folder
 * @param fresh where its next content is written
 */
record Replacement(Path target, Path fresh) {
    /** Left-overs of a run that was cut off are gone afterwards. */
    static Replacement of(Path target) throws IOException {
        Replacement replacement = new Replacement(target, target.resolveSibling("." + target.getFileName() + ".new"));
        replacement.discard();
        return replacement;
    }

    private Path old() {
        return target.resolveSibling("." + target.getFileName() + ".old");
    }

    /** Puts the fresh content into its place; until the move the old one stands unchanged. */
    void commit() throws IOException {
        if (Files.exists(target)) {
            Files.move(target, old());
        }
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            if (Files.exists(old())) {
                Files.move(old(), target);
            }
            throw e;
        }
        Rendering.delete(old());
    }

    /** Removes what was written and not put into its place. */
    void discard() throws IOException {
        Rendering.delete(fresh);
        if (!Files.exists(target) && Files.exists(old())) {
            Files.move(old(), target);
        }
        Rendering.delete(old());
    }
}
