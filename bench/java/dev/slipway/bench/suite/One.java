package dev.slipway.bench.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Planes;
import dev.slipway.Slipway;
import dev.slipway.bench.Models;
import dev.slipway.review.Synthesis;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.assertions.Template;

/** One assertion, with what it looks at made beforehand: the mean of all 500, a round of the CDK's and one of Slipway's in turn. */
final class One {
    private static final double NANOS_PER_MICRO = 1000;

    private One() {}

    /** @param args rounds to warm up, and rounds to measure */
    public static void main(String... args) throws JsonProcessingException {
        Synthesis synthesis =
                Slipway.render(Slipway.plan(Models.current().platform()), Planes.AWS);
        Map<String, Template> templates = new TreeMap<>();
        for (dev.slipway.review.Template template : synthesis.templates()) {
            Map<String, Object> json = new ObjectMapper()
                    .readValue(synthesis.files().get(template.file()), new TypeReference<Map<String, Object>>() {});
            templates.put(template.path(), Template.fromJSON(json));
        }
        Collection<Subject> subjects = Subject.all().values();
        int warm = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        long cdk = 0;
        long kit = 0;
        for (int round = 0; round < warm + rounds; round++) {
            long start = System.nanoTime();
            for (Subject subject : subjects) {
                Template template = templates.get(subject.stage() + "/" + subject.concern());
                subject.facts().forEach(fact -> fact.with(template));
            }
            long middle = System.nanoTime();
            for (Subject subject : subjects) {
                subject.facts().forEach(fact -> fact.with(synthesis, subject.stage(), subject.concern()));
            }
            long end = System.nanoTime();
            if (round >= warm) {
                cdk += middle - start;
                kit += end - middle;
            }
        }
        double assertions = (double) rounds * subjects.size() * Subject.TESTS;
        System.out.println("cdk\t" + cdk / assertions / NANOS_PER_MICRO);
        System.out.println("kit\t" + kit / assertions / NANOS_PER_MICRO);
    }
}
