package dev.slipway.review.change.field;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A template whose values can be compared with those of another: parameters are replaced by their default, or by the name in Parameter
 * Store that they are read from; Fn::Sub and Fn::Join become one form; hashes of assets are left out.
 */
public final class ResolvedTemplate {
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[^!}][^}]*)}");
    private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:ssm(-secure)?:(?<name>[^:}]+)(:[^}]*)?}}");
    private static final String STORED = "AWS::SSM::Parameter::Value<";

    private final Tree parameters;

    public ResolvedTemplate(Template template) {
        this.parameters = template.tree().get("Parameters");
    }

    /** A value of the template, with all that is in it. */
    public Tree resolved(Tree value) {
        if (Functions.isOne(value)) {
            return function(value);
        }
        if (!value.fields().isEmpty()) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            value.fields().forEach((name, field) -> fields.put(name, resolved(field)));
            return Tree.of(fields);
        }
        if (!value.items().isEmpty()) {
            return Tree.of(value.items().stream().map(this::resolved).toList());
        }
        return unhashed(value);
    }

    private static Tree unhashed(Tree value) {
        Matcher hash = HASH.matcher(value.text());
        return hash.find() ? Tree.of(hash.replaceAll("<asset>")) : value;
    }

    private Tree function(Tree value) {
        Map.Entry<String, Tree> only = value.fields().entrySet().iterator().next();
        Tree argument = only.getValue();
        return switch (only.getKey()) {
            case "Ref" -> reference(argument.text());
            case "Fn::GetAtt" -> argument.items().isEmpty() ? attribute(argument.text()) : value;
            case "Fn::Sub" -> substitution(argument);
            case "Fn::Join" -> join(argument);
            default -> Tree.of(Map.of(only.getKey(), resolved(argument)));
        };
    }

    private Tree reference(String name) {
        Tree parameter = parameters.get(name);
        Tree value = parameter.get("Default");
        if (!value.exists()) {
            return Tree.of(Map.of("Ref", name));
        }
        boolean isStored = parameter.get("Type").text().startsWith(STORED);
        return isStored ? Tree.of(Map.of(Functions.PARAMETER_STORE, value)) : value;
    }

    private static Tree attribute(String text) {
        String[] parts = text.split("\\.", 2);
        return Tree.of(Map.of("Fn::GetAtt", List.of(parts[0], parts.length == 2 ? parts[1] : "")));
    }

    private Tree substitution(Tree argument) {
        String text =
                argument.items().isEmpty() ? argument.text() : argument.at("0").text();
        Tree variables = argument.at("1");
        List<Tree> parts = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            parts.add(Tree.of(text.substring(end, variable.start())));
            String name = variable.group("name");
            parts.add(variables.get(name).exists() ? resolved(variables.get(name)) : named(name));
            end = variable.end();
        }
        parts.add(Tree.of(text.substring(end)));
        return merged(parts);
    }

    private Tree named(String name) {
        return name.contains(".") ? attribute(name) : reference(name);
    }

    private Tree join(Tree argument) {
        Tree list = argument.at("1");
        if (list.items().isEmpty()) {
            return Tree.of(Map.of("Fn::Join", resolved(argument)));
        }
        List<Tree> parts = new ArrayList<>();
        for (Tree item : list.items()) {
            if (!parts.isEmpty()) {
                parts.add(argument.at("0"));
            }
            parts.add(resolved(item));
        }
        return merged(parts);
    }

    /** Joins in joins made flat, and texts that stand side by side made one. */
    private Tree merged(List<Tree> parts) {
        List<Tree> merged = new ArrayList<>();
        parts.stream().flatMap(ResolvedTemplate::flat).forEach(part -> {
            Tree last = merged.isEmpty() ? Tree.NOTHING : merged.get(merged.size() - 1);
            if (!last.exists() || Functions.isOne(last) || Functions.isOne(part)) {
                merged.add(part);
            } else {
                merged.set(merged.size() - 1, Tree.of(last.text() + part.text()));
            }
        });
        List<Tree> full = merged.stream()
                .filter(part -> Functions.isOne(part) || !part.text().isEmpty())
                .map(part -> Functions.isOne(part) ? part : unhashed(part))
                .toList();
        return full.size() == 1 ? full.get(0) : Functions.join(full);
    }

    private static Stream<Tree> flat(Tree part) {
        boolean isPlainJoin =
                part.at("Fn::Join.0").exists() && part.at("Fn::Join.0").text().isEmpty();
        return isPlainJoin ? part.at("Fn::Join.1").items().stream() : Stream.of(part);
    }

    static Stream<String> dynamic(String text) {
        return DYNAMIC.matcher(text).results().map(match -> match.group(2));
    }
}
