package dev.slipway.review.specification;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A type of CloudFormation.
 *
 * <pre>{@code
 * topic.replacement("ReplicationFactor") // ALWAYS
 * topic.replacement("PartitionCount") // NEVER
 * }</pre>
 *
 * @param name {@code AWS::MSK::Topic}
 * @param properties all that there are, by their names, sorted
 * @param reference the properties or attributes that {@code Ref} gives: {@code [TopicArn]}
 * @param attributes what {@code Fn::GetAtt} can ask for, sorted
 * @param replacedBy paths that replace besides those whose property says so: {@code CreationInfo.OwnerUid}
 * @param isOpen whether it takes properties beside these: a custom resource
 */
public record ResourceType(
        String name,
        Map<String, Property> properties,
        List<String> reference,
        Set<String> attributes,
        Set<String> replacedBy,
        boolean isOpen) {

    public ResourceType {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        reference = List.copyOf(reference);
        attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
        replacedBy = Collections.unmodifiableSet(new TreeSet<>(replacedBy));
    }

    /**
     * What a change at a path does, with fields and indices parted by dots: {@code BrokerNodeGroupInfo.ClientSubnets.0}. The worst of
     * everything on the way there; where the path ends at a structure of which a part replaces, {@link Replacement#MAYBE}. A path
     * that the type does not have replaces nothing: an update that is refused.
     */
    public Replacement replacement(String path) {
        return new ReplacementPath(this, path).worst();
    }

    /** The property at a path, indices of lists and keys of maps included: {@code Tags.0.Key}. */
    public Optional<Property> property(String path) {
        return new ReplacementPath(this, path).last();
    }

    /** The property that holds the physical name: {@code TopicName}; nothing where AWS alone chooses one. */
    public Optional<String> nameProperty() {
        String last = name.substring(name.lastIndexOf(':') + 1);
        return properties.entrySet().stream()
                .filter(property -> property.getValue().replacement() == Replacement.ALWAYS)
                .filter(property -> property.getValue().type() == ValueType.Scalar.STRING)
                .map(Map.Entry::getKey)
                .filter(property -> isNameOf(last, property))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNameOf(String type, String property) {
        String thing = property.replaceAll("(Name|Identifier|Id)$", "");
        return !thing.equals(property) && (type.endsWith(thing) || thing.endsWith(type));
    }

    ResourceType named(String other) {
        return new ResourceType(other, properties, reference, attributes, replacedBy, isOpen);
    }
}
