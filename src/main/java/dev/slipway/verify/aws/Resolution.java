package dev.slipway.verify.aws;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.verify.aws.question.Question;
import dev.slipway.verify.aws.question.Questions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What the values of a template came to when it was deployed: references are physical ids, attributes are what the services
 * say, and what nobody can say here is {@link #UNKNOWN}.
 */
final class Resolution {
    static final Tree UNKNOWN = Tree.of("(known to AWS alone)");

    private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:");

    private final Asking asking;
    private final Account account;
    private final Template template;
    private final LiveStack stack;

    Resolution(Asking asking, Account account, Template template, LiveStack stack) {
        this.asking = asking;
        this.account = account;
        this.template = template;
        this.stack = stack;
    }

    static boolean isKnown(Tree value) {
        return value.all().noneMatch(UNKNOWN::equals);
    }

    Tree of(Tree value) {
        if (!value.items().isEmpty()) {
            return Tree.of(value.items().stream().map(this::of).toList());
        }
        if (value.fields().size() == 1) {
            Map.Entry<String, Tree> only = value.fields().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return function(only.getKey(), only.getValue());
            }
        }
        if (!value.fields().isEmpty()) {
            Map<String, Tree> fields = new TreeMap<>();
            value.fields().forEach((key, each) -> fields.put(key, of(each)));
            return Tree.of(fields);
        }
        return DYNAMIC.matcher(value.text()).find() ? UNKNOWN : value;
    }

    private Tree function(String name, Tree argument) {
        return switch (name) {
            case "Ref" -> ref(argument.text());
            case "Fn::GetAtt" -> attribute(argument.texts());
            case "Fn::Join" -> joined(argument.at("0").text(), of(argument.at("1")));
            case "Fn::Split" -> split(argument.at("0").text(), of(argument.at("1")));
            case "Fn::Select" -> selected(argument.at("0").text(), of(argument.at("1")));
            default -> UNKNOWN;
        };
    }

    private static Tree joined(String between, Tree parts) {
        boolean isComplete = isKnown(parts) && !parts.items().isEmpty();
        if (!isComplete) {
            return UNKNOWN;
        }
        String text =
                parts.items().stream().flatMap(part -> part.texts().stream()).collect(Collectors.joining(between));
        return DYNAMIC.matcher(text).find() ? UNKNOWN : Tree.of(text);
    }

    private static Tree split(String at, Tree text) {
        return isKnown(text) ? Tree.of(Arrays.asList(text.text().split(Pattern.quote(at)))) : UNKNOWN;
    }

    private static Tree selected(String index, Tree list) {
        Tree item = list.at(index);
        return item.exists() ? item : UNKNOWN;
    }

    private Tree ref(String name) {
        Tree parameter = template.tree().at("Parameters").get(name);
        if (parameter.exists()) {
            return parameter(name, parameter);
        }
        return switch (name) {
            case "AWS::Partition" -> Tree.of(account.partition());
            case "AWS::Region" -> Tree.of(account.region());
            case "AWS::AccountId" -> Tree.of(account.id());
            case "AWS::URLSuffix" -> Tree.of(account.suffix());
            case "AWS::StackName" -> Tree.of(stack.name());
            default -> id(name);
        };
    }

    private Tree parameter(String name, Tree parameter) {
        String type = parameter.get("Type").text();
        if (!type.startsWith("AWS::SSM::Parameter::Value<")) {
            return parameter.get("Default");
        }
        String value = stack.parameters().get(name);
        if (value == null) {
            value = stored(parameter.get("Default").text());
        }
        if (value.isEmpty()) {
            return UNKNOWN;
        }
        return type.contains("<List<") ? Tree.of(List.of(value.split(","))) : Tree.of(value);
    }

    private String stored(String name) {
        try {
            return asking.aws()
                    .ssm()
                    .getParameter(request -> request.name(name))
                    .parameter()
                    .value();
        } catch (AwsServiceException e) {
            return "";
        }
    }

    private Tree id(String logical) {
        String id = stack.resources().get(logical);
        return id == null ? UNKNOWN : Tree.of(id);
    }

    private Tree attribute(List<String> names) {
        List<String> parts = names.size() == 1 ? Arrays.asList(names.get(0).split("\\.", 2)) : new ArrayList<>(names);
        if (parts.size() < 2) {
            return UNKNOWN;
        }
        Tree id = id(parts.get(0));
        return template.resource(parts.get(0))
                .map(Resource::type)
                .flatMap(Questions::about)
                .filter(question -> question.attributes().containsKey(parts.get(1)))
                .filter(question -> isKnown(id))
                .map(question -> attribute(question, parts.get(1), id))
                .filter(Tree::exists)
                .orElse(UNKNOWN);
    }

    private Tree attribute(Question question, String name, Tree id) {
        String path = question.attributes().getOrDefault(name, "");
        if (path.isEmpty()) {
            return id;
        }
        try {
            return asking.answer(question, id.text()).at(path);
        } catch (AwsServiceException e) {
            return UNKNOWN;
        }
    }
}
