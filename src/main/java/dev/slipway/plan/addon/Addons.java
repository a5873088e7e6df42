package dev.slipway.plan.addon;

import dev.slipway.plan.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The add-ons of an environment. */
public final class Addons {
    private Addons() {}

    /** Those that are installed, each after those that it requires, else in the order of the choices. */
    public static List<Addon> of(Place place) {
        Set<Addon> ordered = new LinkedHashSet<>();
        List<Addon> all = chosen(place).toList();
        all.forEach(addon -> add(addon, all, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    private static void add(Addon addon, List<Addon> all, Set<Addon> ordered, Set<Addon> open) {
        if (ordered.contains(addon) || !open.add(addon)) {
            return;
        }
        all.stream().filter(other -> requires(addon, other)).forEach(other -> add(other, all, ordered, open));
        ordered.add(addon);
    }

    static boolean requires(Addon addon, Addon other) {
        return addon.requires().stream().anyMatch(kind -> kind.equals(other.kind()));
    }

    /** Whether one of a name is in the cluster, whoever installs it: for choices that depend on what it does. */
    public static boolean has(Place place, String name) {
        return Stream.concat(chosen(place), preinstalled(place))
                .anyMatch(addon -> addon.name().equals(name));
    }

    static Stream<Addon> chosen(Place place) {
        return place.choices().stream().filter(Addon.class::isInstance).map(Addon.class::cast);
    }

    /** Those that somebody else installs. */
    private static Stream<Addon> preinstalled(Place place) {
        return place.choices().stream().filter(Preinstalled.class::isInstance).map(choice -> ((Preinstalled) choice)
                .addon());
    }

    /** Those that an add-on requires and builds on in turn, as far as they are there; itself, where it does so in a circle. */
    static List<Addon> required(Addon addon, Place place) {
        List<Addon> all = chosen(place).toList();
        Set<Addon> found = new LinkedHashSet<>();
        List<Addon> open = new ArrayList<>(List.of(addon));
        while (!open.isEmpty()) {
            Addon next = open.remove(0);
            all.stream()
                    .filter(other -> requires(next, other) && found.add(other))
                    .forEach(open::add);
        }
        return List.copyOf(found);
    }
}
