package dev.slipway.review.difference;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.Map;
import java.util.stream.Collectors;

/** The objects of a file but one. */
record Without(String yaml) {
    String object(Tree object) {
        Synthesis all = Synthesis.of(Map.of("dist/any/file.k8s.yaml", yaml));
        return all.manifests("any").stream()
                .map(Manifest::tree)
                .filter(tree -> !tree.equals(object))
                .map(tree -> tree + "\n")
                .collect(Collectors.joining("---\n"));
    }
}
