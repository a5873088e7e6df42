package dev.slipway.review.specification;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object with fields that are known, and no others. Some hold themselves, so the fields are looked up when asked for. */
public final class Structure implements ValueType {
    private final String name;
    private final Supplier<Map<String, Property>> read;
    private volatile @Nullable Map<String, Property> fields;

    Structure(String name, Supplier<Map<String, Property>> fields) {
        this.name = name;
        this.read = fields;
    }

    /** As CloudFormation's reference calls it: {@code BrokerNodeGroupInfo}. */
    public String name() {
        return name;
    }

    /** By their names, sorted. */
    public Map<String, Property> fields() {
        Map<String, Property> known = fields;
        if (known == null) {
            known = read.get();
            fields = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Structure structure && name.equals(structure.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
