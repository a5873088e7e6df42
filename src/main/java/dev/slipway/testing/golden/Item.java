package dev.slipway.testing.golden;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;

/**
 * One object of Kubernetes or resource of AWS in one environment.
 *
 * @param name by which it is known again in another environment
 * @param family {@code <service>-database}, for those whose names differ in whose they are alone; the name for one by itself
 * @param leaves values by the steps that lead to them
 */
record Item(String environment, String name, String family, Map<List<String>, Tree> leaves) {
    Tree value(List<String> path) {
        return leaves.getOrDefault(path, Tree.NOTHING);
    }
}
