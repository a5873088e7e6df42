package dev.slipway.render.aws;

import dev.slipway.plan.operation.Contributor;
import dev.slipway.platform.Choice;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/** Writes beside each construct of a stage which choice has made it. */
final class Contributions {
    private final Map<Stack, Integer> noted = new LinkedHashMap<>();
    private final Set<Stack> touched = new LinkedHashSet<>();

    /** Somebody asked for a stack, and may add to it. */
    <S extends Stack> S touched(S stack) {
        touched.add(stack);
        return stack;
    }

    /** What has come to the stacks that were asked for is this choice's. */
    void note(Choice choice) {
        for (Stack stack : touched) {
            List<IConstruct> children = stack.getNode().getChildren();
            children.subList(noted.getOrDefault(stack, 0), children.size())
                    .forEach(child -> child.getNode().addMetadata(Contributor.METADATA, Contributor.of(choice)));
            noted.put(stack, children.size());
        }
        touched.clear();
    }
}
