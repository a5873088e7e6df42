package dev.slipway.review.template.shape;

import dev.slipway.review.Tree;

/** CloudFormation's functions, which may stand in the place of any value. */
final class Functions {
    private Functions() {}

    static boolean isFunction(Tree value) {
        if (value.fields().size() != 1) {
            return false;
        }
        String key = value.fields().keySet().iterator().next();
        return key.equals("Ref") || key.startsWith("Fn::");
    }
}
