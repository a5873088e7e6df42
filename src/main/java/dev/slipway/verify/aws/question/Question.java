package dev.slipway.verify.aws.question;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How a service is asked for a resource.
 *
 * @param type of CloudFormation
 * @param ask by its physical id; {@link Tree#NOTHING} where it is not there
 * @param fields that are compared
 * @param attributes what {@code Fn::GetAtt} names, by where the answer says it; empty where it is the physical id
 */
public record Question(
        String type, BiFunction<AwsServices, String, Tree> ask, List<Field> fields, Map<String, String> attributes) {
    public Question {
        fields = List.copyOf(fields);
        attributes = new TreeMap<>(attributes);
    }

    static Question of(String type, BiFunction<AwsServices, String, Tree> ask, Field... fields) {
        return new Question(type, ask, List.of(fields), Map.of());
    }

    Question attribute(String name, String path) {
        Map<String, String> all = new TreeMap<>(attributes);
        all.put(name, path);
        return new Question(type, ask, fields, all);
    }
}
