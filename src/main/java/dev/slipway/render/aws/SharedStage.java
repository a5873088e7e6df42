package dev.slipway.render.aws;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Target;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.constructs.Construct;

/** The CDK stage of what exists once in an account and region, for all environments there. */
public final class SharedStage extends Stage {
    private final List<EnvironmentPlan> environments;
    private final List<EnvironmentPlan> ofAccount;
    private final Map<String, Stack> stacks = new LinkedHashMap<>();
    private final Contributions contributions = new Contributions();

    /**
     * @param id {@code shared}, or with account and region where environments are spread
     * @param environments at least one, all of one account and region
     * @param ofAccount those of all regions, in the one stage that holds what an account has once; in others none
     */
    public SharedStage(
            Construct scope, String id, List<EnvironmentPlan> environments, List<EnvironmentPlan> ofAccount) {
        super(
                scope,
                id,
                StageProps.builder()
                        .env(EnvironmentStage.env(environments.get(0).place().target()))
                        .build());
        this.environments = List.copyOf(environments);
        this.ofAccount = List.copyOf(ofAccount);
        StageTags.ofPlatform(this, platform().name());
        Set<Class<?>> done = new LinkedHashSet<>();
        environments.stream()
                .flatMap(environment -> environment.place().choices().stream())
                .filter(choice -> choice instanceof ConfiguresStage && done.add(choice.kind()))
                .forEach(choice -> ((ConfiguresStage) choice).configureShared(this));
    }

    public List<EnvironmentPlan> environments() {
        return environments;
    }

    /**
     * For what exists once in an account whatever the number of its regions: all environments of the account in one of
     * its shared stages, and none in the others.
     */
    public List<EnvironmentPlan> environmentsOfAccount() {
        return ofAccount;
    }

    public Platform platform() {
        return place().platform();
    }

    public Target target() {
        return place().target();
    }

    /** The first of the places that share it: for what is the same in all of them. */
    public Place place() {
        return environments.get(0).place();
    }

    /** Whether a production environment is among those that share it. */
    public boolean servesProduction() {
        return environments.stream().anyMatch(plan -> plan.environment().isProduction());
    }

    /** The stack of a concern, made at its first use: {@code stack("registry")} is {@code shared/registry}. */
    public Stack stack(String concern) {
        return contributions.touched(stacks.computeIfAbsent(
                concern,
                c -> new Stack(
                        this,
                        c,
                        StackProps.builder()
                                .stackName("%s-shared-%s".formatted(platform().name(), c))
                                .description("%s shared by the environments of platform %s"
                                        .formatted(c, platform().name()))
                                .terminationProtection(servesProduction())
                                .build())));
    }

    /** Has a choice add what it adds, and writes beside it whose it is. */
    public void provision(ProvisionsShared contributor, Choice choice) {
        contributor.provisionShared(this);
        contributions.note(choice);
    }
}
