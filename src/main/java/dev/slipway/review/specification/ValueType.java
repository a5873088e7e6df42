package dev.slipway.review.specification;

import java.util.List;

/**
 * What may stand in a property, intrinsic functions aside, which may stand everywhere.
 *
 * <pre>{@code
 * property.type() instanceof ValueType.ListOf list && list.item() instanceof Structure tag
 * }</pre>
 */
public sealed interface ValueType
        permits ValueType.Scalar, ValueType.Among, ValueType.ListOf, ValueType.MapOf, ValueType.OneOf, Structure {
    /** A plain value, or JSON of any kind. */
    enum Scalar implements ValueType {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        TIMESTAMP,
        /** Anything: an object, a list or a text of JSON. */
        JSON
    }

    /** One of some plain values, which are written as texts: {@code [Interface, Gateway]}. */
    record Among(ValueType plain, List<String> values) implements ValueType {
        public Among {
            values = List.copyOf(values);
        }
    }

    /** A list of values of one type. */
    record ListOf(ValueType item) implements ValueType {}

    /** An object with any keys. */
    record MapOf(ValueType value) implements ValueType {}

    /** A value of any of some types. */
    record OneOf(List<ValueType> types) implements ValueType {
        public OneOf {
            types = List.copyOf(types);
        }
    }
}
