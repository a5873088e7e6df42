package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a property of some types must be. A value that only a deployment knows is taken as right. */
record Demand(Predicate<Resource> where, List<String> types) {
    static Demand of(String... types) {
        return new Demand(resource -> true, List.of(types));
    }

    /** Of those only of which something holds. */
    Demand where(Predicate<Resource> condition) {
        return new Demand(where.and(condition), types);
    }

    Stream<Resource> in(Synthesis synthesis) {
        return synthesis.stages().stream()
                .flatMap(stage -> types.stream().flatMap(type -> synthesis.resources(stage, type).stream()))
                .filter(where);
    }

    /** Demands {@code must("be true", Tree::isTrue)} of a property, also where it is missing. */
    Stream<Finding> at(Synthesis synthesis, String path, String what, Predicate<Tree> holds) {
        return in(synthesis)
                .filter(resource -> !isFunction(resource.property(path)) && !holds.test(resource.property(path)))
                .map(resource -> Finding.about(
                        resource,
                        "Properties." + path,
                        "(%s) must %s.".formatted(shown(resource.property(path)), what)));
    }

    static boolean isFunction(Tree value) {
        return value.fields().keySet().stream().anyMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }

    static String shown(Tree value) {
        return !value.exists() ? "none" : value.isObject() || value.isList() ? value.toString() : value.text();
    }

    static Predicate<Tree> isOneOf(String... values) {
        return value -> Arrays.asList(values).contains(value.text());
    }

    static Predicate<Tree> isAtLeast(long least) {
        return value -> value.number().filter(number -> number >= least).isPresent();
    }
}
