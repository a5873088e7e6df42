package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets in the text of a template, where everybody reads them who may describe the stack. */
public final class Literals {
    private static final Pattern NAME = Pattern.compile("(?i).*(password|authtoken|secretstring|apikey|accesskey)s?");
    private static final Pattern KEY =
            Pattern.compile("AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----.*", Pattern.DOTALL);
    private static final String RESOLVED = "{{resolve:";

    private Literals() {}

    public static Stream<Finding> findings(Synthesis synthesis) {
        return synthesis.templates().stream()
                .flatMap(template -> template.resources().stream())
                .flatMap(resource -> {
                    List<Finding> found = new ArrayList<>();
                    search(resource, "Properties", "", resource.tree().get("Properties"), found);
                    return found.stream();
                });
    }

    private static void search(Resource resource, String path, String name, Tree value, List<Finding> found) {
        String text = value.text();
        boolean isSecret = KEY.matcher(text).matches()
                || (!text.isEmpty() && NAME.matcher(name).matches() && !text.startsWith(RESOLVED) && !isSwitch(text));
        if (isSecret) {
            found.add(Finding.about(
                    resource, path, "must be resolved from Secrets Manager when it is deployed, not be written here."));
        }
        if (!Demand.isFunction(value)) {
            value.fields().forEach((field, below) -> search(resource, path + "." + field, field, below, found));
        }
        for (int i = 0; i < value.items().size(); i++) {
            search(resource, path + "." + i, name, value.items().get(i), found);
        }
    }

    private static boolean isSwitch(String text) {
        return text.equals("true") || text.equals("false");
    }
}
