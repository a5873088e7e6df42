package dev.slipway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.plan.Inputs;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * One run of a platform's program: the only place that looks at the process around it.
 *
 * @param folder where output is written and local files are read
 * @param environment variables of the process
 * @param today what rules about dates go by
 */
record Invocation(Path folder, Map<String, String> environment, PrintStream out, LocalDate today) {
    /** Set by the CDK CLI to the folder where it wants the AWS plane. */
    static final String CDK_OUTDIR = "CDK_OUTDIR";

    /** Set by the cdk8s CLI to the folder where it wants the manifests. */
    static final String CDK8S_OUTDIR = "CDK8S_OUTDIR";

    static final String LOCAL_PROPERTIES = "slipway.local.properties";
    static final String IMAGES_LOCK = "images.lock.json";

    static Invocation current() {
        return new Invocation(Path.of("").toAbsolutePath(), System.getenv(), System.out, LocalDate.now(ZoneOffset.UTC));
    }

    void run(Platform platform) {
        long start = System.nanoTime();
        try {
            Inputs inputs = inputs();
            Plan plan = Slipway.plan(platform, inputs).verify();
            String cdkOut = environment.get(CDK_OUTDIR);
            String dist = environment.get(CDK8S_OUTDIR);
            if (cdkOut != null) {
                plan.problems().forEach(problem -> System.err.println(problem));
                AwsPlane.render(plan, Path.of(cdkOut));
            } else if (dist != null) {
                Rendering.writeManifests(plan, Path.of(dist));
            } else {
                replaceBoth(plan);
                summarize(plan, inputs, start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The output folder (%s) cannot be written".formatted(folder), e);
        }
    }

    private void replaceBoth(Plan plan) throws IOException {
        Replacement cdkOut = Replacement.of(folder.resolve(Synthesis.CDK_OUT));
        Replacement dist = Replacement.of(folder.resolve(Synthesis.DIST));
        try {
            AwsPlane.render(plan, cdkOut.fresh());
            Rendering.writeManifests(plan, dist.fresh());
            cdkOut.commit();
            dist.commit();
        } finally {
            cdkOut.discard();
            dist.discard();
        }
    }

    private void summarize(Plan plan, Inputs inputs, long start) {
        Synthesis synthesis = Synthesis.read(folder.resolve(Synthesis.CDK_OUT), folder.resolve(Synthesis.DIST));
        plan.problems().forEach(out::println);
        out.print(Summary.of(plan, inputs, synthesis, (System.nanoTime() - start) / 1_000_000_000.0));
        out.flush();
    }

    private Inputs inputs() throws IOException {
        Target target = Target.DOCUMENTATION;
        Path local = folder.resolve(LOCAL_PROPERTIES);
        if (Files.exists(local)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(local)) {
                properties.load(reader);
            }
            target = new Target(
                    properties.getProperty("account", target.account()).trim(),
                    properties.getProperty("region", target.region()).trim());
        }
        return new Inputs(target, digests()).on(today);
    }

    private Map<String, String> digests() throws IOException {
        Path lock = folder.resolve(IMAGES_LOCK);
        Map<String, String> digests = new TreeMap<>();
        if (Files.exists(lock)) {
            for (Map.Entry<String, JsonNode> entry :
                    new ObjectMapper().readTree(lock.toFile()).properties()) {
                digests.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return digests;
    }
}
