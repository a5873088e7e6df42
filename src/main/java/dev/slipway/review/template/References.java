package dev.slipway.review.template;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which resources a value means, also in another stack: by reference, by a parameter in the Parameter Store that a stack writes and
 * another reads, or by an export.
 *
 * <pre>{@code
 * References.of(synthesis).resources(template, cluster.property("BrokerNodeGroupInfo.ClientSubnets"))   // three subnets
 * }</pre>
 */
public final class References {
    /** Values that refer to each other in a circle end here. */
    private static final int DEPTH = 12;

    private static final String PARAMETER = "AWS::SSM::Parameter";

    private final Synthesis synthesis;

    private References(Synthesis synthesis) {
        this.synthesis = synthesis;
    }

    public static References of(Synthesis synthesis) {
        return new References(synthesis);
    }

    /** The resources, in the order of the value; none for what is not made here. */
    public List<Resource> resources(Template template, Tree value) {
        return resolved(template, value, DEPTH).distinct().toList();
    }

    private Stream<Resource> resolved(Template template, Tree value, int depth) {
        if (depth == 0) {
            return Stream.empty();
        }
        if (!value.items().isEmpty()) {
            return value.items().stream().flatMap(item -> resolved(template, item, depth - 1));
        }
        Optional<Resource> own = Intrinsics.resource(template, value);
        if (own.isPresent()) {
            return own.stream();
        }
        if (value.get("Ref").exists()) {
            return read(template, value.get("Ref").text(), depth);
        }
        if (value.get("Fn::ImportValue").exists()) {
            return imported(Intrinsics.text(template, value.get("Fn::ImportValue")), depth);
        }
        if (value.get("Fn::Select").exists()) {
            Tree select = value.get("Fn::Select");
            long index = select.at("0").number().orElse(0L);
            return resolved(template, select.at("1"), depth - 1).skip(index).limit(1);
        }
        return Stream.of("Fn::Join", "Fn::Split")
                .map(value::get)
                .flatMap(function -> resolved(template, function.at("1"), depth - 1));
    }

    /** By a parameter of the template, whose value another stack writes. */
    private Stream<Resource> read(Template template, String parameter, int depth) {
        String name =
                template.tree().get("Parameters").get(parameter).get("Default").text();
        return name.isEmpty()
                ? Stream.empty()
                : synthesis.templates().stream()
                        .flatMap(other -> other.resources(PARAMETER).stream())
                        .filter(written -> written.property("Name").text().equals(name))
                        .flatMap(written -> resolved(written.template(), written.property("Value"), depth - 1));
    }

    private Stream<Resource> imported(String name, int depth) {
        return synthesis.templates().stream().flatMap(other -> other.tree().get("Outputs").fields().values().stream()
                .filter(output ->
                        Intrinsics.text(other, output.at("Export.Name")).equals(name))
                .flatMap(output -> resolved(other, output.get("Value"), depth - 1)));
    }
}
