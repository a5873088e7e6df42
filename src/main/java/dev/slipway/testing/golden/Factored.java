package dev.slipway.testing.golden;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Things of one kind, said as what is so for each of them, what is otherwise in an environment, in a family, what for one of
 * them wherever it is, and what for one in one environment: what stands further down wins. Each value is said where that
 * takes fewest lines.
 *
 * <p>{@link Tree#NOTHING} says that a value which stands further up is not there.
 */
final class Factored {
    private final List<Item> items;
    private final String every;

    /** Groups that may be left out where that takes fewer lines, from all things on. */
    private final List<Map<String, List<Integer>>> levels;

    private final Map<String, List<Integer>> names;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Set<List<String>> common = new LinkedHashSet<>();

    /** A value, and of which things it is said. */
    private record Saying(String title, Tree value, List<Integer> of) {}

    private Factored(String kind, List<Item> items) {
        this.items = items;
        this.every = "every " + kind;
        this.names = grouped(Item::name);
        this.levels = Stream.of(
                        grouped(item -> every),
                        grouped(Factored::place),
                        families(item -> "every " + item.family()),
                        families(item -> "every %s in %s".formatted(item.family(), item.environment())))
                .filter(groups -> !groups.isEmpty())
                .toList();
        sections.put(every, new Section(every, Set.of()));
        levels.forEach(groups -> groups.keySet().forEach(this::section));
        names.keySet().forEach(this::section);
        items.stream().map(Factored::single).distinct().sorted().forEach(this::section);
    }

    /** Those of several names, and not of all. */
    private Map<String, List<Integer>> families(Function<Item, String> by) {
        Map<String, List<Integer>> groups = grouped(by);
        groups.values()
                .removeIf(of ->
                        of.stream().map(i -> items.get(i).name()).distinct().count() == 1 || of.size() == items.size());
        return groups;
    }

    private void section(String title) {
        sections.computeIfAbsent(title, absent -> new Section(title, common));
    }

    private static String place(Item item) {
        return "in " + item.environment();
    }

    private static String single(Item item) {
        return item.environment().isEmpty() ? item.name() : item.name() + " in " + item.environment();
    }

    static Collection<Section> of(String kind, List<Item> items) {
        Factored factored = new Factored(kind, items);
        Set<List<String>> paths = new LinkedHashSet<>();
        items.forEach(item -> paths.addAll(item.leaves().keySet()));
        paths.forEach(factored::add);
        return factored.sections.values();
    }

    private Map<String, List<Integer>> grouped(Function<Item, String> by) {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            groups.computeIfAbsent(by.apply(items.get(i)), absent -> new ArrayList<>())
                    .add(i);
        }
        return groups;
    }

    private void add(List<String> path) {
        Tree[] values = items.stream().map(item -> item.value(path)).toArray(Tree[]::new);
        List<Saying> best = said(values, 0);
        for (int without = 1; without < 1 << levels.size(); without++) {
            List<Saying> other = said(values, without);
            best = other.size() < best.size() ? other : best;
        }
        for (Saying saying : best) {
            Section section = sections.get(saying.title());
            if (section != null) {
                section.values().put(path, saying.value());
            }
            if (saying.of().size() > 1 && saying.value().exists() && !isOneName(saying)) {
                common.add(path);
            }
        }
    }

    private boolean isOneName(Saying saying) {
        return saying.title().equals(items.get(saying.of().get(0)).name());
    }

    /**
     * One way to say a value of all things.
     *
     * @param without a bit for each of the levels that has no word, the lowest for the last
     */
    private List<Saying> said(Tree[] values, int without) {
        Tree[] said = new Tree[values.length];
        Arrays.fill(said, Tree.NOTHING);
        List<Saying> sayings = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            if ((without >> (levels.size() - 1 - level) & 1) == 0) {
                levels.get(level).forEach((title, of) -> say(title, of, values, said, sayings));
            }
        }
        names.forEach((name, of) -> say(name, of, values, said, sayings));
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals(said[i])) {
                sayings.add(new Saying(single(items.get(i)), values[i], List.of(i)));
            }
        }
        return sayings;
    }

    /** Says of some things the value that saves most lines, where one does. */
    private static void say(String title, List<Integer> some, Tree[] values, Tree[] said, List<Saying> sayings) {
        Map<Tree, Integer> counts = new HashMap<>();
        Tree best = Tree.NOTHING;
        int most = 0;
        int right = 0;
        for (int i : some) {
            if (values[i].equals(said[i])) {
                right++;
            } else {
                int count = counts.merge(values[i], 1, Integer::sum);
                if (count > most) {
                    best = values[i];
                    most = count;
                }
            }
        }
        if (most > right + 1 || (most == 1 && values.length == 1)) {
            for (int i : some) {
                said[i] = best;
            }
            sayings.add(new Saying(title, best, some));
        }
    }
}
