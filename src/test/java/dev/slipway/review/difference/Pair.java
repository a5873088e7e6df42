package dev.slipway.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

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
 * @param isModel whether the change is one of the model, which has to be rendered for it
 */
record Pair(
        String name,
        Supplier<Side> before,
        Supplier<Side> after,
        List<String> detections,
        List<String> says,
        boolean isModel) {

    /** A change of the model. */
    static Pair model(String name, Consumer<Shop> change) {
        return of(name, Shop::before, () -> Shop.after(change), true);
    }

    /** A change of what is rendered. */
    static Pair edit(String name, UnaryOperator<Edit> change) {
        return of(name, Shop::before, () -> change.apply(new Edit(Shop.before())).done(), false);
    }

    /** A change of what is rendered, from something that was edited too. */
    static Pair edit(String name, UnaryOperator<Edit> before, UnaryOperator<Edit> after) {
        return of(
                name,
                () -> before.apply(new Edit(Shop.before())).done(),
                () -> after.apply(new Edit(Shop.before())).done(),
                false);
    }

    /** A change of a schema of events. */
    static Pair schema(String name, String before, String after) {
        return new Pair(
                name,
                () -> new Side("before", Shop.before(), Map.of("order.placed.v1.json", before)),
                () -> new Side("after", Shop.before(), Map.of("order.placed.v1.json", after)),
                List.of(),
                List.of(),
                false);
    }

    private static Pair of(String name, Supplier<Synthesis> before, Supplier<Synthesis> after, boolean isModel) {
        return new Pair(
                name, () -> Side.of("before", before.get()), () -> Side.of("after", after.get()), List.of(), List.of(), isModel);
    }

    Pair finds(String... ids) {
        return new Pair(name, before, after, List.of(ids), says, isModel);
    }

    Pair says(String text) {
        List<String> more = new ArrayList<>(says);
        more.add(text);
        return new Pair(name, before, after, detections, more, isModel);
    }

    /** Fails where anything is found that is not expected, or the other way round. */
    void check() {
        Difference difference = difference();
        List<String> found = difference.effects().stream()
                .map(effect -> effect.detection().id())
                .distinct()
                .toList();
        String all = String.join(
                "\n", difference.effects().stream().map(Effect::toString).toList());
        assertThat(found).as(all).containsExactlyInAnyOrderElementsOf(detections);
        says.forEach(text -> assertThat(all).contains(text));
    }

    Difference difference() {
        return Difference.between(before.get(), after.get());
    }

    @Override
    public String toString() {
        return name;
    }
}
