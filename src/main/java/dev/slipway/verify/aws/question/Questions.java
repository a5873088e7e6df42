package dev.slipway.verify.aws.question;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type of resource that a service is asked about. */
public final class Questions {
    private static final Map<String, Question> ALL = Stream.of(
                    NetworkQuestions.all(), DataQuestions.all(), PlatformQuestions.all(), RoleQuestions.all())
            .flatMap(java.util.List::stream)
            .collect(Collectors.toUnmodifiableMap(Question::type, Function.identity()));

    private Questions() {}

    public static Optional<Question> about(String type) {
        return Optional.ofNullable(ALL.get(type));
    }
}
