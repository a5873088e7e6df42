package dev.slipway;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Target;
import dev.slipway.render.aws.AddsToStacks;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.Lookups;
import dev.slipway.render.aws.ProvisionsShared;
import dev.slipway.render.aws.SharedStage;
import dev.slipway.render.custom.Customization;
import dev.slipway.render.custom.CustomizedStacks;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stage;

/** Renders plans as a CDK app: a stage for each environment, and one for what they share. */
final class AwsPlane {
    private static final String SHARED = "shared";

    private AwsPlane() {}

    /**
     * Writes the cloud assembly of a plan to a folder, which must be empty or missing.
     *
     * @return what is wrong with its customization, and what the CDK's own validation finds wrong with it
     */
    static List<Problem> render(Plan plan, Path folder) {
        List<Problem> problems = new ArrayList<>(synthesize(plan, folder, CdkContext.valuesWithoutCli()));
        problems.addAll(ValidationReport.read(folder));
        return problems;
    }

    /**
     * Writes the cloud assembly of a plan for the CDK CLI, which reports what validation finds.
     *
     * @return what is wrong with its customization
     */
    static List<Problem> renderForCli(Plan plan, Path folder) {
        return synthesize(plan, folder, CdkContext.values());
    }

    /**
     * Writes the cloud assemblies of the stages alone, for tests: the CDK validates the templates of an app, which takes
     * seconds the first time, and not those of a stage that is synthesized by itself.
     *
     * @return what is wrong with its customization
     */
    static List<Problem> renderUnvalidated(Plan plan, Path folder) {
        return synthesize(plan, folder, CdkContext.valuesWithoutCli(), app -> app.getNode().getChildren().stream()
                .filter(Stage.class::isInstance)
                .forEach(stage -> ((Stage) stage).synth()));
    }

    private static List<Problem> synthesize(Plan plan, Path folder, Map<String, Object> context) {
        return synthesize(plan, folder, context, App::synth);
    }

    private static List<Problem> synthesize(
            Plan plan, Path folder, Map<String, Object> context, Consumer<App> synthesizer) {
        Customization customization = Customization.of(plan);
        App app = app(plan, folder, context);
        List<Problem> problems = new ArrayList<>(CustomizedStacks.callHooks(customization, app));
        if (!customization.resources().isEmpty()) {
            problems.addAll(CustomizedStacks.patch(customization, app, templatesWithoutPatches(plan)));
        }
        synthesizer.accept(app);
        problems.addAll(Lookups.problems(app, refused -> refusing(plan, refused)));
        return problems;
    }

    /** The app once more, not to be synthesized. */
    private static App refusing(Plan plan, Map<String, Object> refused) {
        return Rendering.inTemporaryFolder(folder -> {
            Map<String, Object> context = new LinkedHashMap<>(CdkContext.valuesWithoutCli());
            context.putAll(refused);
            App app = app(plan, folder, context);
            CustomizedStacks.callHooks(Customization.of(plan), app);
            return app;
        });
    }

    /** By path of each stack: patches are of what stands in a template, which nobody knows before it is rendered. */
    private static Map<String, Tree> templatesWithoutPatches(Plan plan) {
        return Rendering.inTemporaryFolder(folder -> {
            App app = app(plan, folder, CdkContext.valuesWithoutCli());
            CustomizedStacks.callHooks(Customization.of(plan), app);
            app.synth();
            Map<String, Tree> templates = new TreeMap<>();
            Synthesis.read(folder, folder.resolve(Synthesis.DIST))
                    .templates()
                    .forEach(template -> templates.put(template.path(), template.tree()));
            return templates;
        });
    }

    /** The app of a plan, with everything in it and nothing written yet. */
    static App app(Plan plan, Path folder, Map<String, Object> context) {
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .analyticsReporting(false)
                .postCliContext(context)
                .build());
        List<EnvironmentPlan> environments = onAws(plan);
        shared(app, environments);
        environments.forEach(environment -> environment(app, environment));
        return app;
    }

    /** The environments that have stacks. */
    static List<EnvironmentPlan> onAws(Plan plan) {
        return plan.environments().stream().filter(EnvironmentPlan::isOnAws).toList();
    }

    private static void shared(App app, List<EnvironmentPlan> environments) {
        Set<String> accounts = new LinkedHashSet<>();
        byTarget(environments).forEach((id, sharing) -> {
            String account = sharing.get(0).place().target().account();
            List<EnvironmentPlan> ofAccount = accounts.add(account) ? inAccount(environments, account) : List.of();
            SharedStage stage = new SharedStage(app, id, sharing, ofAccount);
            Set<Class<?>> done = new LinkedHashSet<>();
            sharing.stream()
                    .flatMap(environment -> environment.place().choices().stream())
                    .filter(choice -> choice instanceof ProvisionsShared && done.add(choice.kind()))
                    .forEach(choice -> stage.provision((ProvisionsShared) choice, choice));
        });
    }

    private static List<EnvironmentPlan> inAccount(List<EnvironmentPlan> environments, String account) {
        return environments.stream()
                .filter(plan -> plan.place().target().account().equals(account))
                .toList();
    }

    /** The shared stages by their id: {@code shared}, or one for each account and region where there are several. */
    static Map<String, List<EnvironmentPlan>> byTarget(List<EnvironmentPlan> environments) {
        Map<Target, List<EnvironmentPlan>> byTarget = new LinkedHashMap<>();
        environments.forEach(
                environment -> byTarget.computeIfAbsent(environment.place().target(), target -> new ArrayList<>())
                        .add(environment));
        Map<String, List<EnvironmentPlan>> byId = new LinkedHashMap<>();
        byTarget.forEach((target, sharing) -> byId.put(
                byTarget.size() == 1 ? SHARED : SHARED + "-" + target.account() + "-" + target.region(), sharing));
        return byId;
    }

    private static void environment(App app, EnvironmentPlan plan) {
        EnvironmentStage stage = new EnvironmentStage(app, plan);
        plan.place().choices().stream()
                .filter(AddsToStacks.class::isInstance)
                .forEach(choice -> stage.provision((AddsToStacks) choice, choice));
        stage.orderStacks();
    }
}
