package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Likely;
import dev.slipway.review.specification.Property;
import dev.slipway.review.specification.Structure;
import dev.slipway.review.specification.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Holds the values of one resource against what its type takes, as the published specification has it. */
final class Form {
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern TRUTH = Pattern.compile("true|false");

    private final Resource resource;
    private final List<Finding> findings = new ArrayList<>();

    Form(Resource resource) {
        this.resource = resource;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The fields of an object: none that are unknown, all that are required. */
    void object(String path, Tree value, Map<String, Property> fields, String of) {
        if (!value.isObject()) {
            say("template/value", path, "(%s) must be an object of %s.".formatted(shown(value), of));
            return;
        }
        value.fields().forEach((name, field) -> {
            Property property = fields.get(name);
            if (property == null) {
                say(
                        "template/property",
                        path + "." + name,
                        "must be a property of %s, which has %s.".formatted(of, Likely.of(name, fields.keySet())));
            } else {
                value(path + "." + name, field, property.type());
            }
        });
        fields.forEach((name, property) -> {
            if (property.isRequired() && !value.get(name).exists()) {
                say("template/property", path + "." + name, "must be set: %s requires it.".formatted(of));
            }
        });
    }

    private void value(String path, Tree value, ValueType type) {
        if (Functions.isFunction(value)) {
            return;
        }
        if (type instanceof Structure structure) {
            object(path, value, structure.fields(), structure.name());
        } else if (type instanceof ValueType.ListOf list) {
            items(path, value, list.item());
        } else if (type instanceof ValueType.MapOf map) {
            entries(path, value, map.value());
        } else if (type instanceof ValueType.OneOf one) {
            any(path, value, one.types());
        } else if (type instanceof ValueType.Among among) {
            among(path, value, among);
        } else {
            plain(path, value, type);
        }
    }

    private void items(String path, Tree value, ValueType item) {
        if (!value.isList()) {
            say("template/value", path, "(%s) must be a list.".formatted(shown(value)));
            return;
        }
        List<Tree> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            value(path + "." + i, items.get(i), item);
        }
    }

    private void entries(String path, Tree value, ValueType type) {
        if (!value.isObject()) {
            say("template/value", path, "(%s) must be an object.".formatted(shown(value)));
        }
        value.fields().forEach((key, entry) -> value(path + "." + key, entry, type));
    }

    /** What fits one of the types is right; else what the first of them finds is said. */
    private void any(String path, Tree value, List<ValueType> types) {
        List<Finding> first = new ArrayList<>();
        for (ValueType type : types) {
            Form attempt = new Form(resource);
            attempt.value(path, value, type);
            if (attempt.findings.isEmpty()) {
                return;
            }
            if (first.isEmpty()) {
                first.addAll(attempt.findings);
            }
        }
        findings.addAll(first);
    }

    /** AWS adds values now and then, so that an unknown one is only a warning. */
    private void among(String path, Tree value, ValueType.Among among) {
        int before = findings.size();
        plain(path, value, among.plain());
        if (findings.size() == before
                && !isDynamic(value.text())
                && !among.values().contains(value.text())) {
            findings.add(Finding.about(
                            resource,
                            path,
                            "(%s) must be one of %s.".formatted(value.text(), String.join(", ", among.values())))
                    .asWarning()
                    .by("template/value"));
        }
    }

    private void plain(String path, Tree value, ValueType type) {
        if (type == ValueType.Scalar.JSON || isDynamic(value.text())) {
            return;
        }
        Pattern syntax = type == ValueType.Scalar.INTEGER
                ? WHOLE
                : type == ValueType.Scalar.NUMBER ? DECIMAL : type == ValueType.Scalar.BOOLEAN ? TRUTH : null;
        boolean isPlain = value.exists() && !value.isObject() && !value.isList();
        if (!isPlain || (syntax != null && !syntax.matcher(value.text()).matches())) {
            say("template/value", path, "(%s) must be %s.".formatted(shown(value), Known.kind(type)));
        }
    }

    private static boolean isDynamic(String text) {
        return text.startsWith("{{resolve:");
    }

    private static String shown(Tree value) {
        return value.isObject() || value.isList() ? value.toString() : value.text();
    }

    void say(String rule, String path, String what) {
        findings.add(Finding.about(resource, path, what).by(rule));
    }
}
