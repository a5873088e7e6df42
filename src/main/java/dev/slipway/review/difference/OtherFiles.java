package dev.slipway.review.difference;

import dev.slipway.review.Synthesis;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of which nothing else in a difference speaks, so that none changes in silence. */
final class OtherFiles {
    /** What is compared in parts, what the CDK writes for itself, and charts of add-ons with their values. */
    private static final Pattern KNOWN = Pattern.compile(
            Synthesis.CDK_OUT + "/.*|" + Synthesis.DIST
                    + "/([^/]+/[^/]+\\.k8s\\.yaml|[^/]+\\.topology\\.json|[^/]+/addons/(charts|[^/]+\\.values)\\.yaml|[^/]+/[^/]+/[a-z0-9]+\\.yaml)");

    private OtherFiles() {}

    static Stream<Effect> between(Synthesis before, Synthesis after) {
        Set<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        return paths.stream()
                .filter(path -> !KNOWN.matcher(path).matches())
                .filter(path ->
                        !Objects.equals(before.files().get(path), after.files().get(path)))
                .map(path -> new Effect(Detection.FILE_CHANGED, "", path, what(before, after, path), false));
    }

    private static String what(Synthesis before, Synthesis after, String path) {
        return !before.files().containsKey(path) ? "is new" : !after.files().containsKey(path) ? "is gone" : "differs";
    }
}
