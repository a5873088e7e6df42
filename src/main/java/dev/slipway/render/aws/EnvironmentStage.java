package dev.slipway.render.aws;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Target;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.constructs.Construct;

/**
 * The CDK stage of one environment. Its stacks get each other's values through Parameter Store under planned names,
 * never by exports, so that each can be changed and deployed alone.
 */
public final class EnvironmentStage extends Stage {
    private final EnvironmentPlan plan;
    private final Map<String, EnvironmentStack> stacks = new LinkedHashMap<>();
    private final Contributions contributions = new Contributions();
    private final Map<Parameter, EnvironmentStack> writers = new LinkedHashMap<>();
    private final Map<EnvironmentStack, Set<Parameter>> readers = new LinkedHashMap<>();
    private final Map<EnvironmentStack, Set<Parameter>> waiters = new LinkedHashMap<>();

    public EnvironmentStage(Construct scope, EnvironmentPlan plan) {
        super(
                scope,
                plan.name(),
                StageProps.builder().env(env(plan.place().target())).build());
        this.plan = plan;
        StageTags.ofEnvironment(this);
        plan.place().choices().stream()
                .filter(ConfiguresStage.class::isInstance)
                .forEach(choice -> ((ConfiguresStage) choice).configure(this));
    }

    static Environment env(Target target) {
        return Environment.builder()
                .account(target.account())
                .region(target.region())
                .build();
    }

    public EnvironmentPlan plan() {
        return plan;
    }

    public Place place() {
        return plan.place();
    }

    public Names names() {
        return plan.names();
    }

    public boolean isProduction() {
        return plan.environment().isProduction();
    }

    /** The stack of a concern, made at its first use: {@code stack("streaming")} is {@code dev/streaming}. */
    public EnvironmentStack stack(String concern) {
        return contributions.touched(stacks.computeIfAbsent(concern, c -> new EnvironmentStack(this, c)));
    }

    /** Has a choice add what it adds, and writes beside it whose it is. */
    public void provision(AddsToStacks contributor, Choice choice) {
        contributor.provision(this);
        contributions.note(choice);
    }

    void written(Parameter parameter, EnvironmentStack writer) {
        EnvironmentStack other = writers.putIfAbsent(parameter, writer);
        if (other != null) {
            throw new IllegalStateException("The parameter (%s) is published by two stacks (%s, %s); one must own it."
                    .formatted(parameter.name(), other.getStackName(), writer.getStackName()));
        }
    }

    void read(Parameter parameter, EnvironmentStack reader) {
        readers.computeIfAbsent(reader, r -> new LinkedHashSet<>()).add(parameter);
    }

    void awaited(Parameter parameter, EnvironmentStack waiting) {
        waiters.computeIfAbsent(waiting, w -> new LinkedHashSet<>()).add(parameter);
    }

    /** Orders the stacks so that each is deployed after those whose values it reads. Called once all are complete. */
    public void orderStacks() {
        readers.forEach((reader, parameters) -> parameters.forEach(parameter -> {
            if (!writers.containsKey(parameter)) {
                throw new IllegalStateException(
                        "The parameter (%s) that stack %s reads is published by no stack of environment %s; a choice of the environment must publish it."
                                .formatted(parameter.name(), reader.getStackName(), plan.name()));
            }
        }));
        orderStacksOfPart();
    }

    /**
     * The same for a stage that holds some stacks of its environment alone.
     *
     * @return what they read, and none of them publishes
     */
    public List<Parameter> orderStacksOfPart() {
        Set<Parameter> elsewhere = new LinkedHashSet<>();
        readers.forEach((reader, parameters) -> parameters.forEach(parameter -> {
            if (!writers.containsKey(parameter)) {
                elsewhere.add(parameter);
            }
            after(parameter, reader);
        }));
        waiters.forEach((waiting, parameters) -> parameters.forEach(parameter -> after(parameter, waiting)));
        return List.copyOf(elsewhere);
    }

    private void after(Parameter parameter, EnvironmentStack stack) {
        EnvironmentStack writer = writers.getOrDefault(parameter, stack);
        if (writer != stack) {
            stack.addStackDependency(writer);
        }
    }

    /** A planned ARN as a stack can use it: its missing part is read where there is one. */
    public String resolve(Arn arn, EnvironmentStack stack) {
        return arn.parameter()
                .map(parameter -> arn.pattern().replace(Arn.HOLE, stack.read(parameter)))
                .orElse(arn.pattern());
    }
}
