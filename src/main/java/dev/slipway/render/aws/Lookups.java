package dev.slipway.render.aws;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stage;
import software.constructs.IConstruct;

/**
 * Finds constructs that ask an AWS account for something: {@code Vpc.fromLookup(..)} in a hook, {@code valueFromLookup(..)} in a
 * provider of one's own. What they would render differs between accounts and days, and is a placeholder here.
 */
public final class Lookups {
    /** A context value with this key is an error, which the CDK notes on the construct that asks. */
    private static final String PROVIDER_ERROR = "$providerError";

    private static final String MARK = "slipway looks nothing up: ";
    private static final String ERROR = "aws:cdk:error";

    private Lookups() {}

    /**
     * The problems of an app that was synthesized.
     *
     * @param again makes the app once more, with context beside its own
     */
    public static List<Problem> problems(App app, Function<Map<String, Object>, App> again) {
        Map<String, Object> refused = new LinkedHashMap<>();
        app.getNode().getChildren().stream()
                .filter(Stage.class::isInstance)
                .flatMap(stage -> missing((Stage) stage).stream())
                .forEach(key -> refused.put(key, Map.of(PROVIDER_ERROR, MARK + key)));
        return refused.isEmpty()
                ? List.of()
                : again.apply(refused).getNode().findAll().stream()
                        .flatMap(construct -> construct.getNode().getMetadata().stream()
                                .filter(entry -> entry.getType().equals(ERROR))
                                .map(entry -> String.valueOf(entry.getData()))
                                .filter(text -> text.contains(MARK))
                                .map(text -> lookup(construct, text)))
                        .toList();
    }

    /** What it could not find in its context; it is synthesized by now, and not again. */
    private static List<String> missing(Stage stage) {
        var missing = stage.synth().getManifest().getMissing();
        return missing == null
                ? List.of()
                : missing.stream().map(context -> context.getKey()).toList();
    }

    private static Problem lookup(IConstruct construct, String text) {
        String key = text.substring(text.indexOf(MARK) + MARK.length()).replaceFirst("[\\s\\[].*", "");
        return error(
                "aws/lookup",
                Origin.of(construct.getNode().getPath(), 0),
                "What is made in the construct (%s) asks an account of AWS (%s); it must come of the platform alone."
                        .formatted(construct.getNode().getPath(), key),
                "name what is there by its id, as fromVpcAttributes(..) and existingVpc(..) do.");
    }
}
