package dev.slipway.review.specification;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published specification of CloudFormation, as the npm package {@code @aws-cdk/aws-service-spec} of package.json has it. The types
 * of a service are read when one of them is first asked for.
 *
 * <pre>{@code
 * Specification specification = Specification.load();
 * specification.type("AWS::RDS::DBInstance").orElseThrow().replacement("StorageEncrypted") // ALWAYS
 * specification.isStateful("AWS::RDS::DBInstance") // true
 * }</pre>
 */
public final class Specification {
    private static final Specification PUBLISHED = new Specification();
    private static final String CUSTOM = "AWS::CloudFormation::CustomResource";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Tree> services = new ConcurrentHashMap<>();
    private final Map<String, Optional<ResourceType>> types = new ConcurrentHashMap<>();

    private Specification() {}

    /** The one that this version of Slipway carries. */
    public static Specification load() {
        return PUBLISHED;
    }

    /** A type by its name; nothing where CloudFormation had none of that name. {@code Custom::…} is a custom resource. */
    public Optional<ResourceType> type(String name) {
        return name.startsWith("Custom::")
                ? type(CUSTOM).map(custom -> custom.named(name))
                : types.computeIfAbsent(name, this::read);
    }

    /** Whether a resource of the type holds what cannot be made again from the model. */
    public boolean isStateful(String name) {
        return StatefulTypes.isStateful(name)
                || definition(name).get("stateful").isTrue();
    }

    private Optional<ResourceType> read(String name) {
        Tree definition = definition(name);
        return definition.exists()
                ? Optional.of(TypeReader.read(name, definition, name.equals(CUSTOM)))
                : Optional.empty();
    }

    private Tree definition(String name) {
        String[] parts = name.split("::", -1);
        if (parts.length != 3 || !parts[0].matches("\\w+") || !parts[1].matches("\\w+")) {
            return Tree.NOTHING;
        }
        return services.computeIfAbsent(parts[0] + "-" + parts[1], Specification::service)
                .get(name);
    }

    private static Tree service(String service) {
        try (InputStream stream = Specification.class.getResourceAsStream("types/" + service + ".json")) {
            return stream == null ? Tree.of(Map.of()) : Tree.of(JSON.readValue(stream, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The specification of %s cannot be read".formatted(service), e);
        }
    }
}
