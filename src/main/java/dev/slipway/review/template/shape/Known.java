package dev.slipway.review.template.shape;

import dev.slipway.review.specification.ValueType;

/** What values there are. */
final class Known {
    private Known() {}

    static String kind(ValueType type) {
        return type == ValueType.Scalar.INTEGER
                ? "a whole number"
                : type == ValueType.Scalar.NUMBER
                        ? "a number"
                        : type == ValueType.Scalar.BOOLEAN ? "true or false" : "a text";
    }
}
