package dev.slipway.acceptance.deployment;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a template says, once it is deployed: texts, lists and maps, with every intrinsic function put out. Physical ids are those
 * that CloudFormation names; parameters and attributes are asked for at the services, not at CloudFormation.
 */
final class Values {
    private final Aws aws;
    private final Template template;
    private final Map<String, String> ids;
    private final Attributes attributes;

    Values(Aws aws, Template template, Map<String, String> ids) {
        this.aws = aws;
        this.template = template;
        this.ids = ids;
        attributes = new Attributes(aws);
    }

    /** A text, a list or a map. */
    Object of(Tree tree) {
        if (!tree.items().isEmpty() || tree.toString().equals("[]")) {
            return tree.items().stream().map(this::of).toList();
        }
        if (tree.fields().size() == 1) {
            Map.Entry<String, Tree> only = tree.fields().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return function(only.getKey(), only.getValue());
            }
        }
        if (!tree.fields().isEmpty() || tree.toString().equals("{}")) {
            Map<String, Object> map = new TreeMap<>();
            tree.fields().forEach((key, value) -> map.put(key, of(value)));
            return map;
        }
        return tree.text();
    }

    private Object function(String name, Tree argument) {
        return switch (name) {
            case "Ref" -> ref(argument.text());
            case "Fn::GetAtt" ->
                attribute(argument.texts().get(0), argument.texts().get(1));
            case "Fn::Join" -> String.join(argument.at("0").text(), texts(argument.at("1")));
            case "Fn::Split" ->
                Arrays.asList(of(argument.at("1"))
                        .toString()
                        .split(Pattern.quote(argument.at("0").text())));
            case "Fn::Select" ->
                texts(argument.at("1")).get(Integer.parseInt(argument.at("0").text()));
            case "Fn::GetAZs" -> List.of(aws.region + "a", aws.region + "b", aws.region + "c");
            default ->
                throw new IllegalArgumentException("The function (%s) is to be put out here too".formatted(name));
        };
    }

    private List<String> texts(Tree tree) {
        List<String> texts = new ArrayList<>();
        ((List<?>) of(tree)).forEach(item -> texts.add(item.toString()));
        return texts;
    }

    private Object ref(String name) {
        Tree parameter = template.tree().at("Parameters").get(name);
        if (parameter.exists()) {
            String value = aws.ssm
                    .getParameter(
                            request -> request.name(parameter.get("Default").text()))
                    .parameter()
                    .value();
            return parameter.get("Type").text().contains("<List<") ? List.of(value.split(",")) : value;
        }
        return switch (name) {
            case "AWS::Partition" -> "aws";
            case "AWS::Region" -> aws.region;
            case "AWS::AccountId" -> aws.account;
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> id(name);
        };
    }

    private String attribute(String logical, String attribute) {
        Tree resource = template.tree().get("Resources").get(logical);
        String type = resource.get("Type").text();
        if (type.equals("Custom::AWS") && attribute.equals("BootstrapBrokerStringSaslIam")) {
            String asked = of(resource.at("Properties.Create")).toString();
            return attributes.brokers(asked.replaceAll(".*\"ClusterArn\":\"([^\"]+)\".*", "$1"));
        }
        return attributes.of(type, id(logical), attribute);
    }

    private String id(String logical) {
        return ids.getOrDefault(logical, "nothing was deployed as " + logical);
    }
}
