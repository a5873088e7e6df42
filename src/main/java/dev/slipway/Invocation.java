package dev.slipway;

import dev.slipway.check.PlatformCheck;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Platform;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One run of a platform's program: the only place that looks at the process around it.
 *
 * @param folder where output is written and local files are read
 * @param environment variables of the process
 * @param out for the summary
 * @param err for problems, as a CLI may read manifests or templates from the other
 * @param today what rules about dates go by
 */
record Invocation(Path folder, Map<String, String> environment, PrintStream out, PrintStream err, LocalDate today) {
    /** Set by the CDK CLI to the folder where it wants the AWS plane. */
    static final String CDK_OUTDIR = "CDK_OUTDIR";

    /** Set by the cdk8s CLI to the folder where it wants the manifests. */
    static final String CDK8S_OUTDIR = "CDK8S_OUTDIR";

    private static final double NANOS_PER_SECOND = 1e9;

    static Invocation current() {
        return in(Path.of("").toAbsolutePath());
    }

    static Invocation in(Path folder) {
        return new Invocation(folder, System.getenv(), System.out, System.err, LocalDate.now(ZoneOffset.UTC));
    }

    /** What is decided, with what is wrong with local files beside what is wrong with the model. */
    Plan plan(Platform platform) {
        LocalFiles local = LocalFiles.in(folder, platform);
        return and(Slipway.plan(platform, local.inputs().on(today)), local.problems());
    }

    /**
     * Writes what is asked for.
     *
     * @throws InvalidPlatformException where the platform has errors, which have been printed by then
     */
    void run(Platform platform) {
        long start = System.nanoTime();
        try {
            Plan plan = plan(platform).verify();
            String cdkOut = environment.get(CDK_OUTDIR);
            String dist = environment.get(CDK8S_OUTDIR);
            if (cdkOut != null) {
                print(with(plan, AwsPlane.renderForCli(plan, Path.of(cdkOut))).problems());
            } else if (dist != null) {
                Rendering.writeManifests(KubernetesPlane.render(plan), Path.of(dist));
                print(plan.problems());
            } else {
                Written written = replaceBoth(plan);
                print(written.plan().problems());
                summarize(written, (System.nanoTime() - start) / NANOS_PER_SECOND);
            }
        } catch (InvalidPlatformException e) {
            print(e.problems());
            throw e.shown();
        } catch (IOException e) {
            throw new UncheckedIOException("The output folder (%s) cannot be written".formatted(folder), e);
        }
    }

    /** What stands in the folders, and what is wrong with it, which is no error. */
    private record Written(Plan plan, Synthesis synthesis) {}

    private Written replaceBoth(Plan plan) throws IOException {
        Replacement cdkOut = Replacement.of(folder.resolve(Synthesis.CDK_OUT));
        Replacement dist = Replacement.of(folder.resolve(Synthesis.DIST));
        try {
            List<Problem> found = new ArrayList<>(AwsPlane.render(plan, cdkOut.fresh()));
            Map<String, String> manifests = KubernetesPlane.render(plan, found);
            Plan validated = with(plan, found);
            Rendering.writeManifests(manifests, dist.fresh());
            Synthesis synthesis = Synthesis.read(cdkOut.fresh(), dist.fresh());
            List<Problem> problems = PlatformCheck.of(validated, synthesis).problems();
            Plan checked = new Plan(plan.platform(), plan.environments(), problems).verify();
            cdkOut.commit();
            dist.commit();
            return new Written(checked, synthesis);
        } finally {
            cdkOut.discard();
            dist.discard();
        }
    }

    /** The plan with further problems, where none is an error. */
    private static Plan with(Plan plan, List<Problem> more) {
        return and(plan, more).verify();
    }

    private static Plan and(Plan plan, List<Problem> more) {
        List<Problem> all =
                Stream.concat(plan.problems().stream(), more.stream()).toList();
        return new Plan(plan.platform(), plan.environments(), all);
    }

    private void summarize(Written written, double seconds) {
        out.print(Summary.of(written.plan(), written.synthesis(), seconds));
        out.flush();
    }

    private void print(List<Problem> problems) {
        problems.forEach(err::println);
        err.flush();
    }
}
