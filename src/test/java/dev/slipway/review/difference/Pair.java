package dev.slipway.review.difference;

import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Two models, or a model and a snapshot of it edited by hand, with what a reviewer has to be told of the change.
 *
 * @param detections each that is to be found, and no other
 * @param says what stands in the effects, each in one of them
 */
record Pair(
        String name,
        Supplier<Side> before,
        Supplier<Side> after,
        List<String> detections,
        List<String> says) {

    /** A change of the model. */
    static Pair model(String name, Consumer<Shop> change) {
        return of(name, Shop::before, () -> Shop.after(change));
    }

    /** A change of what is rendered. */
    static Pair edit(String name, UnaryOperator<Edit> change) {
        return of(name, Shop::before, () -> change.apply(new Edit(Shop.before())).done());
    }

    /** A change of what is rendered, from something that was edited too. */
    static Pair edit(String name, UnaryOperator<Edit> before, UnaryOperator<Edit> after) {
        return of(
                name,
                () -> before.apply(new Edit(Shop.before())).done(),
                () -> after.apply(new Edit(Shop.before())).done());
    }

    /** A change of a schema of events. */
    static Pair schema(String name, String before, String after) {
        return new Pair(
                name,
                () -> new Side("before", Shop.before(), Map.of("order.placed.v1.json", before)),
                () -> new Side("after", Shop.before(), Map.of("order.placed.v1.json", after)),
                List.of(),
                List.of());
    }

    private static Pair of(String name, Supplier<Synthesis> before, Supplier<Synthesis> after) {
        return new Pair(
                name, () -> Side.of("before", before.get()), () -> Side.of("after", after.get()), List.of(), List.of());
    }

    Pair finds(String... ids) {
        return new Pair(name, before, after, List.of(ids), says);
    }

    Pair says(String text) {
        List<String> more = new ArrayList<>(says);
        more.add(text);
        return new Pair(name, before, after, detections, more);
    }

    Difference difference() {
        return Difference.between(before.get(), after.get());
    }

    @Override
    public String toString() {
        return name;
    }
}
