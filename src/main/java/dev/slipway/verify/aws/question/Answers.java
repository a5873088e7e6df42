package dev.slipway.verify.aws.question;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What the SDK answers as a tree; fields start with a capital letter, as the properties of CloudFormation do. */
public final class Answers {
    private static final String EACH = "[]";

    private Answers() {}

    static Tree of(SdkPojo answer) {
        return Tree.of(value(answer));
    }

    /** Several answers about one thing: {@code of(Map.of("Policies", ...))} put beside the fields of the first. */
    static Tree of(SdkPojo answer, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(of(answer).fields());
        all.putAll(more);
        return Tree.of(all);
    }

    /** {@code at(answer, "VpcSecurityGroups[].VpcSecurityGroupId")}: behind brackets, that of each item. */
    public static Tree at(Tree answer, String path) {
        int each = path.indexOf(EACH);
        if (each < 0) {
            return answer.at(path);
        }
        String rest = path.substring(each + EACH.length());
        Tree list = answer.at(path.substring(0, each));
        return !list.exists() || rest.isEmpty()
                ? list
                : Tree.of(list.items().stream()
                        .map(item -> item.at(rest.substring(1)))
                        .toList());
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof SdkPojo pojo) {
            Map<String, Object> fields = new TreeMap<>();
            for (SdkField<?> field : pojo.sdkFields()) {
                Object below = value(field.getValueOrDefault(pojo));
                if (below != null) {
                    fields.put(capitalized(field.memberName()), below);
                }
            }
            return fields;
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new TreeMap<>();
            map.forEach((key, item) -> fields.put(String.valueOf(key), value(item)));
            return fields;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
