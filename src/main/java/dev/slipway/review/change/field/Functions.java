package dev.slipway.review.change.field;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The intrinsic functions of CloudFormation. */
public final class Functions {
    /** What {@link ResolvedTemplate} writes for a value that CloudFormation reads from Parameter Store. */
    public static final String PARAMETER_STORE = "ssm";

    private Functions() {}

    /** Whether an object is a function, and so one value. */
    public static boolean isOne(Tree tree) {
        if (tree.fields().size() != 1) {
            return false;
        }
        String name = tree.fields().keySet().iterator().next();
        return name.equals("Ref") || name.equals(PARAMETER_STORE) || name.startsWith("Fn::");
    }

    /** The logical ids that a value names, wherever in it. */
    public static Stream<String> references(Tree value) {
        return value.all()
                .flatMap(tree ->
                        Stream.concat(tree.get("Ref").texts().stream(), tree.at("Fn::GetAtt.0").texts().stream()));
    }

    /** The parameters of Parameter Store that a value is made of. */
    public static Stream<String> parameters(Tree value) {
        return value.all()
                .flatMap(tree -> Stream.concat(
                        tree.get(PARAMETER_STORE).texts().stream(), ResolvedTemplate.dynamic(tree.text())));
    }

    static Tree join(List<Tree> parts) {
        return parts.stream().allMatch(part -> !isOne(part) && part.exists())
                ? Tree.of(String.join("", parts.stream().map(Tree::text).toList()))
                : Tree.of(Map.of("Fn::Join", List.of("", parts)));
    }
}
