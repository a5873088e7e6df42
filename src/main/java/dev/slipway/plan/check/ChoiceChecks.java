package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be wrong with the choices of an environment or a platform. */
final class ChoiceChecks {
    private ChoiceChecks() {}

    static Stream<Problem> duplicates(String chooser, List<Choice> choices) {
        Map<Class<?>, Choice> first = new LinkedHashMap<>();
        Stream.Builder<Problem> problems = Stream.builder();
        for (Choice choice : choices) {
            Choice earlier = first.putIfAbsent(choice.kind(), choice);
            if (earlier != null) {
                problems.add(error(
                        "choice/duplicate",
                        choice.origin(),
                        "%s chooses two of one kind (%s and %s, both %s); it must choose one."
                                .formatted(
                                        chooser,
                                        earlier.getClass().getSimpleName(),
                                        choice.getClass().getSimpleName(),
                                        choice.kind().getSimpleName()),
                        "remove one of the two."));
            }
        }
        return problems.build();
    }
}
