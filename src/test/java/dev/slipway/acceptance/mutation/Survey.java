package dev.slipway.acceptance.mutation;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that was rendered, with each kind and each of its fields looked at once: in the smallest part that has it, those first
 * that are for production, where more is asked.
 */
final class Survey {
    private static final List<String> PRODUCTION = List.of("large", "prod");

    private final List<Mutation> mutations = new ArrayList<>();
    private final Map<String, Set<String>> seen = new TreeMap<>();
    private final Set<Widening> open = new HashSet<>(Widening.all());

    Survey(Map<String, Synthesis> rendered) {
        parts(rendered).stream().flatMap(Survey::subjects).forEach(this::look);
    }

    private static List<Part> parts(Map<String, Synthesis> rendered) {
        List<Part> parts = new ArrayList<>();
        rendered.forEach((name, synthesis) ->
                synthesis.environments().forEach(environment -> parts.add(Part.of(name, synthesis, environment))));
        parts.sort(Comparator.comparing((Part part) -> !PRODUCTION.contains(part.environment()))
                .thenComparing(Part::size)
                .thenComparing(Part::toString));
        return parts;
    }

    private static Stream<Subject> subjects(Part part) {
        Stream<Subject> resources = part.synthesis().templates().stream()
                .map(Template::resources)
                .flatMap(List::stream)
                .map(resource -> new Subject.OfTemplate(part, resource));
        Stream<Subject> objects = part.synthesis().manifests(part.environment()).stream()
                .map(object -> new Subject.OfCluster(part, object));
        return Stream.concat(resources, objects);
    }

    private void look(Subject subject) {
        Set<String> known = seen.computeIfAbsent(subject.kind(), kind -> new TreeSet<>());
        for (Place place : Place.all(subject.tree())) {
            if (known.add(place.path())) {
                Fields.of(subject, place).forEach(mutations::add);
                References.of(subject, place).forEach(mutations::add);
            }
        }
        open.stream()
                .filter(widening -> !widening.isNone() && widening.kind().equals(subject.kind()))
                .toList()
                .forEach(widening -> widening.of(subject).ifPresent(mutation -> {
                    open.remove(widening);
                    mutations.add(mutation);
                }));
    }

    List<Mutation> mutations() {
        return mutations;
    }

    Set<String> kinds() {
        return seen.keySet();
    }

    /** Widenings of which no subject had the place. */
    List<Widening> unused() {
        return open.stream().filter(widening -> !widening.isNone()).toList();
    }
}
