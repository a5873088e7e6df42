package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Likely;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names by which one stack reads what another has published: parameters, and the keys of secrets. */
final class PublishedNames {
    private static final String PARAMETER = "AWS::SSM::Parameter::Value<";
    private static final String RESOLVED = "{{resolve:secretsmanager:";
    private static final Pattern KEY = Pattern.compile("^:SecretString:(?<key>[^:}]*).*");
    private static final Pattern FIELD = Pattern.compile("\"(?<name>[^\"]+)\"\\s*:");

    private final Set<String> parameters;
    private final Set<String> prefixes;

    PublishedNames(Synthesis synthesis) {
        parameters = synthesis.templates().stream()
                .flatMap(template -> template.resources("AWS::SSM::Parameter").stream())
                .map(parameter -> parameter.property("Name").text())
                .collect(Collectors.toCollection(TreeSet::new));
        prefixes = parameters.stream()
                .flatMap(name -> prefix(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Platform and environment, by which planned names begin; under others somebody else may have put it there. */
    private static Optional<String> prefix(String name) {
        String[] parts = name.split("/", -1);
        return parts.length > 3 ? Optional.of(parts[1] + "/" + parts[2]) : Optional.empty();
    }

    List<Finding> findings(Template template) {
        List<Finding> findings = new ArrayList<>();
        template.tree().get("Parameters").fields().forEach((id, parameter) -> {
            String name = parameter.get("Default").text();
            boolean isOurs = parameter.get("Type").text().startsWith(PARAMETER)
                    && prefix(name).filter(prefixes::contains).isPresent();
            if (isOurs && !parameters.contains(name)) {
                findings.add(new Finding(
                        "template/reference",
                        "template " + template.path(),
                        "Parameters.%s.Default".formatted(id),
                        "(%s) must be a parameter that a stack makes.".formatted(name)));
            }
        });
        template.resources()
                .forEach(
                        resource -> walk(resource, "Properties", resource.tree().get("Properties"), findings));
        return findings;
    }

    private static void walk(Resource resource, String path, Tree value, List<Finding> findings) {
        Tree parts = value.at("Fn::Join.1");
        if (parts.at("0").text().equals(RESOLVED)) {
            key(resource, path, parts).ifPresent(findings::add);
        }
        value.fields().forEach((name, below) -> walk(resource, path + "." + name, below, findings));
        for (int i = 0; i < value.items().size(); i++) {
            walk(resource, path + "." + i, value.items().get(i), findings);
        }
    }

    private static Optional<Finding> key(Resource resource, String path, Tree parts) {
        Matcher asked = KEY.matcher(parts.at("2").text());
        Optional<Tree> generated = resource.template()
                .resource(parts.at("1.Ref").text())
                .map(secret -> secret.property("GenerateSecretString"))
                .filter(Tree::exists);
        if (generated.isEmpty() || !asked.matches()) {
            return Optional.empty();
        }
        Set<String> keys = Stream.concat(
                        Stream.of(generated.get().get("GenerateStringKey").text()),
                        FIELD.matcher(generated
                                        .get()
                                        .get("SecretStringTemplate")
                                        .text())
                                .results()
                                .map(field -> field.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        return keys.contains(asked.group("key"))
                ? Optional.empty()
                : Optional.of(Finding.about(
                                resource,
                                path,
                                "(%s) must be a key of the secret, which has %s."
                                        .formatted(asked.group("key"), Likely.of(asked.group("key"), keys)))
                        .by("template/reference"));
    }
}
