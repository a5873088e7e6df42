package dev.slipway.review.specification;

import dev.slipway.review.Tree;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a type as src/build/specification.mjs writes it. */
final class TypeReader {
    private final Tree structures;
    private final Map<String, Structure> known = new ConcurrentHashMap<>();

    private TypeReader(Tree structures) {
        this.structures = structures;
    }

    static ResourceType read(String name, Tree definition, boolean isOpen) {
        TypeReader reader = new TypeReader(definition.get("structures"));
        return new ResourceType(
                name,
                reader.fields(definition.get("properties")),
                definition.get("reference").texts(),
                new TreeSet<>(definition.get("attributes").texts()),
                new TreeSet<>(definition.get("replacedBy").texts()),
                isOpen);
    }

    private Map<String, Property> fields(Tree fields) {
        Map<String, Property> read = new TreeMap<>();
        fields.fields().forEach((name, field) -> read.put(name, property(field)));
        return Collections.unmodifiableMap(read);
    }

    private Property property(Tree field) {
        String replacement = field.get("replacement").text();
        return new Property(
                type(field.get("type")),
                field.get("required").isTrue(),
                replacement.isEmpty() ? Replacement.NEVER : Replacement.valueOf(replacement.toUpperCase(Locale.ROOT)));
    }

    private ValueType type(Tree type) {
        if (type.get("list").exists()) {
            return new ValueType.ListOf(type(type.get("list")));
        }
        if (type.get("map").exists()) {
            return new ValueType.MapOf(type(type.get("map")));
        }
        if (type.get("any").exists()) {
            return new ValueType.OneOf(
                    type.get("any").items().stream().map(this::type).toList());
        }
        String structure = type.get("structure").text();
        if (!structure.isEmpty()) {
            return known.computeIfAbsent(structure, name -> new Structure(name, () -> fields(structures.get(name))));
        }
        return type.fields().entrySet().stream()
                .findFirst()
                .<ValueType>map(allowed -> new ValueType.Among(
                        scalar(allowed.getKey()), allowed.getValue().texts()))
                .orElseGet(() -> scalar(type.text()));
    }

    private ValueType scalar(String name) {
        return switch (name) {
            case "string" -> ValueType.Scalar.STRING;
            case "integer" -> ValueType.Scalar.INTEGER;
            case "number" -> ValueType.Scalar.NUMBER;
            case "boolean" -> ValueType.Scalar.BOOLEAN;
            case "date-time" -> ValueType.Scalar.TIMESTAMP;
            case "json" -> ValueType.Scalar.JSON;
            case "tag" -> new Structure("Tag", TypeReader::tag);
            default ->
                throw new IllegalStateException("The specification has an unknown kind of value (%s).".formatted(name));
        };
    }

    private static Map<String, Property> tag() {
        Property text = new Property(ValueType.Scalar.STRING, true, Replacement.NEVER);
        Map<String, Property> fields = new TreeMap<>();
        fields.put("Key", text);
        fields.put("Value", text);
        return Collections.unmodifiableMap(fields);
    }
}
