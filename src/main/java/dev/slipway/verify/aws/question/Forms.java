package dev.slipway.verify.aws.question;

import dev.slipway.review.Tree;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms in which the same is equal, whoever wrote it. */
final class Forms {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private static final String LOG_GROUP = ":log-group:";
    private static final String STREAMS = ":*";

    private Forms() {}

    /** With numbers and truth values as texts, since templates write both ways. */
    static Tree texts(Tree tree) {
        if (!tree.fields().isEmpty()) {
            Map<String, Tree> fields = new TreeMap<>();
            tree.fields().forEach((key, value) -> fields.put(key, texts(value)));
            return Tree.of(fields);
        }
        if (!tree.items().isEmpty()) {
            return Tree.of(tree.items().stream().map(Forms::texts).toList());
        }
        return tree.text().isEmpty() ? tree : Tree.of(tree.text());
    }

    /** A list in an order of our own. */
    static Tree sorted(Tree list) {
        return Tree.of(texts(list).items().stream()
                .sorted(Comparator.comparing(Tree::toString))
                .toList());
    }

    /** How many there are, where one side counts and the other lists. */
    static Tree size(Tree tree) {
        return tree.items().isEmpty()
                ? texts(tree)
                : Tree.of(String.valueOf(tree.items().size()));
    }

    /** A truth value, where one side says {@code enabled} or is about to. */
    static Tree enabled(Tree tree) {
        return Tree.of(String.valueOf(tree.isTrue() || tree.text().startsWith("enabl")));
    }

    /** A number, however many zeros it ends in. */
    static Tree decimal(Tree tree) {
        return DECIMAL.matcher(tree.text()).matches()
                ? Tree.of(new BigDecimal(tree.text()).stripTrailingZeros().toPlainString())
                : tree;
    }

    /** A text of JSON as what it says. */
    static Tree json(Tree text) {
        return texts(read(text));
    }

    private static Tree read(Tree text) {
        String json = text.text();
        if (json.isEmpty()) {
            return text;
        }
        return Tree.ofJson(json.startsWith("%") ? URLDecoder.decode(json, StandardCharsets.UTF_8) : json);
    }

    /** A policy: one action is a list of one, and the order of statements, actions and resources says nothing. */
    static Tree policy(Tree policy) {
        Tree statements = read(policy).get("Statement");
        List<Tree> all = statements.fields().isEmpty() ? statements.items() : List.of(statements);
        return sorted(Tree.of(all.stream().map(Forms::statement).toList()));
    }

    /** Policies by their names. */
    static Tree policies(Tree byName) {
        Map<String, Tree> all = new TreeMap<>();
        byName.fields().forEach((name, policy) -> all.put(name, policy(policy)));
        return Tree.of(all);
    }

    private static Tree statement(Tree statement) {
        Map<String, Tree> fields = new TreeMap<>();
        statement.fields().forEach((name, value) -> fields.put(name, unordered(value)));
        return Tree.of(fields);
    }

    private static Tree unordered(Tree value) {
        if (!value.fields().isEmpty()) {
            return Tree.of(value.fields().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> unordered(each.getValue()))));
        }
        List<Tree> items = value.items().isEmpty() ? List.of(value) : value.items();
        return sorted(Tree.of(items.stream().map(Forms::logGroup).toList()));
    }

    /** Whose ARN is the same with all of its streams behind it, as CloudFormation writes it. */
    private static Tree logGroup(Tree arn) {
        String text = arn.text();
        return text.contains(LOG_GROUP) && text.endsWith(STREAMS)
                ? Tree.of(text.substring(0, text.length() - STREAMS.length()))
                : arn;
    }
}
