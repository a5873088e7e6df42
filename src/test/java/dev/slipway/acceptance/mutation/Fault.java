package dev.slipway.acceptance.mutation;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.List;

/**
 * A fault that is put into a template by hand.
 *
 * @param part what was rendered, and its environment
 * @param resource its type and its name, which may end in a star
 * @param value in JSON; empty takes the field away, and without a pointer the whole resource
 * @param practice who advises against it
 */
record Fault(String part, String resource, String pointer, String value, String rule, String field, String practice) {
    static List<Fault> all() {
        return Lines.of("template-faults.csv")
                .map(cells -> new Fault(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]))
                .toList();
    }

    Synthesis in(Part whole) {
        Resource found = find(whole);
        if (pointer.isEmpty()) {
            return whole.with(found, List.of());
        }
        List<String> steps = Plain.steps(pointer);
        Tree changed = value.isEmpty()
                ? Plain.without(found.tree(), steps)
                : Plain.set(found.tree(), steps, Plain.read(value));
        if (changed.equals(found.tree())) {
            throw new IllegalArgumentException("The fault (%s) changes nothing".formatted(this));
        }
        return whole.with(found, List.of(changed));
    }

    private Resource find(Part whole) {
        String[] typeAndName = resource.split(" ", 2);
        String stage = typeAndName[1].startsWith("shared:") ? "shared" : whole.environment();
        String name = typeAndName[1].replace("shared:", "");
        return whole.synthesis().templates().stream()
                .filter(template -> template.stage().equals(stage) || typeAndName[0].equals("AWS::ECR::Repository"))
                .flatMap(template -> template.resources(typeAndName[0]).stream())
                .filter(one -> name.endsWith("*")
                        ? one.name().startsWith(name.substring(0, name.length() - 1))
                        : one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no resource (%s)".formatted(resource)));
    }

    @Override
    public String toString() {
        return "%s %s := %s".formatted(resource, pointer, value.isEmpty() ? "nothing" : value);
    }
}
