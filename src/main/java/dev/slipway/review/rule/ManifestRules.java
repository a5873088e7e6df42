package dev.slipway.review.rule;

import dev.slipway.review.change.ImmutableFields;
import dev.slipway.review.manifest.ManifestChecks;
import java.util.List;
import java.util.stream.Stream;

/** What a cluster would refuse or never start, whatever stands on AWS. */
final class ManifestRules {
    private static final List<Rule> ALWAYS = List.of(
            rule(
                    "field",
                    "the API server drops a field that it does not know, or refuses the object, and takes no list for an object",
                    "correct its name or its place; accept it where your cluster is newer and has it."),
            rule(
                    "name",
                    "a name that a kind does not allow is refused by the API server",
                    "take a name that matches, shorter if need be."),
            rule(
                    "size",
                    "etcd takes no object of more than a mebibyte",
                    "move what is large into an image, a bucket or several objects."),
            rule(
                    "scope",
                    "an object in no namespace, or in one that nobody makes, lands elsewhere or is refused",
                    "let the platform render the object, or name a namespace of the output."),
            rule(
                    "duplicate",
                    "of two entries with one key the second wins or the object is refused",
                    "keep one of them."),
            rule(
                    "quantity",
                    "an amount that cannot be read, or a request above its limit, is refused",
                    "write CPU as 250m or 2 and memory as 512Mi, and no request above its limit."),
            rule(
                    "cidr",
                    "a range that is none, or that lies outside the other, is refused",
                    "write the first address of a range, and its bits."),
            rule("exclusive", "fields that exclude each other are refused together", "keep one of them."),
            rule(
                    "probe",
                    "a probe that cannot succeed keeps its container from ever being ready",
                    "point it at a port and a path of the container, and let it end within its period."),
            rule(
                    "port",
                    "traffic to a port on which nothing listens is refused",
                    "name the port that the container declares."),
            rule(
                    "selector",
                    "a selector that fits no pod, or the pods of another, sends traffic into nothing or to strangers",
                    "select by the labels of the pod template."),
            rule(
                    "reference",
                    "a pod that refers to what is missing waits for it without end",
                    "add the object, or correct its name or key."),
            rule(
                    "pod-security",
                    "the namespace admits only restricted pods",
                    "run as a user, without privileges, with all capabilities dropped and the seccomp profile of the runtime."));

    private ManifestRules() {}

    private static Rule rule(String name, String reason, String fix) {
        return Rule.named("kubernetes/" + name)
                .because(reason)
                .fix(fix)
                .over(synthesis -> ManifestChecks.findings(synthesis, name));
    }

    static List<Rule> with(Evidence evidence) {
        Rule immutable = Rule.named("kubernetes/immutable")
                .because("the API server lets nobody change these fields, and so refuses the whole object")
                .fix("give the object another name, or delete it by hand before it is applied.")
                .over(synthesis -> evidence.before().stream()
                        .flatMap(before -> ImmutableFields.changed(before, synthesis).stream()));
        return Stream.concat(ALWAYS.stream(), Stream.of(immutable)).toList();
    }
}
