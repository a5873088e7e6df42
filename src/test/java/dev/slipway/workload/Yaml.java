package dev.slipway.workload;

import dev.slipway.review.Tree;

/** What is expected of an object, written as a reader of the manifest would. */
public final class Yaml {
    private Yaml() {}

    public static Tree yaml(String text) {
        return Tree.ofYaml(text);
    }
}
