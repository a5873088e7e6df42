package dev.slipway.testing.golden;

import dev.slipway.review.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values by path, of some things.
 *
 * @param title {@code every Deployment}, {@code in prod}, {@code order}, {@code order in prod}
 * @param common the paths of values that may be said further up
 */
record Section(String title, Map<List<String>, Tree> values, Set<List<String>> common) {
    Section(String title, Set<List<String>> common) {
        this(title, new LinkedHashMap<>(), common);
    }
}
