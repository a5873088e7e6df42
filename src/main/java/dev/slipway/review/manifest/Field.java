package dev.slipway.review.manifest;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value in a manifest that knows where it stands.
 *
 * @param step from the parent down to here, parted by dots
 * @param name the last key or index, which may hold dots itself
 */
record Field(Manifest object, Optional<Field> parent, String step, String name, Tree value) {
    static Field root(Manifest object) {
        return new Field(object, Optional.empty(), "", "", object.tree());
    }

    /** Down a path of fields and indices; a key that holds a dot needs {@link #key}. */
    Field at(String below) {
        return new Field(
                object, Optional.of(this), below, below.substring(below.lastIndexOf('.') + 1), value.at(below));
    }

    Field key(String name) {
        return new Field(object, Optional.of(this), name, name, value.get(name));
    }

    List<Field> items() {
        List<Field> items = new ArrayList<>();
        for (Tree item : value.items()) {
            String index = String.valueOf(items.size());
            items.add(new Field(object, Optional.of(this), index, index, item));
        }
        return items;
    }

    List<Field> items(String below) {
        return at(below).items();
    }

    /** The values of an object, each under its key. */
    List<Field> entries() {
        List<Field> entries = new ArrayList<>();
        value.fields().forEach((key, item) -> entries.add(new Field(object, Optional.of(this), key, key, item)));
        return entries;
    }

    /** Itself and all below. */
    Stream<Field> all() {
        List<Field> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Field> all) {
        all.add(this);
        entries().forEach(entry -> entry.collect(all));
        items().forEach(item -> item.collect(all));
    }

    boolean exists() {
        return value.exists();
    }

    boolean has(String field) {
        return value.get(field).exists();
    }

    String text() {
        return value.text();
    }

    String text(String below) {
        return value.at(below).text();
    }

    Finding finding(String rule, String what) {
        return Finding.about(object, path(), what).by("kubernetes/" + rule);
    }

    /** From the root of the object, parted by dots; put together only where something is found. */
    String path() {
        String above = parent.map(Field::path).orElse("");
        return above.isEmpty() ? step : above + "." + step;
    }
}
