package dev.slipway.cli.project;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * To which account and region each stage of a platform is deployed: that of an environment, and those that environments share. The
 * latter lie where these do, and bear the name of account and region where there are several.
 *
 * <pre>{@code
 * StageTargets.of(project.plan(), project.synthesis()).of("shared")
 * }</pre>
 */
public final class StageTargets {
    private final Map<String, Optional<Target>> targets = new LinkedHashMap<>();

    private StageTargets(Plan plan, Synthesis synthesis) {
        for (EnvironmentPlan environment : plan.environments()) {
            targets.put(
                    environment.name(),
                    environment.isOnAws() ? Optional.of(environment.place().target()) : Optional.empty());
        }
        List<Target> all =
                targets.values().stream().flatMap(Optional::stream).distinct().toList();
        synthesis.stages().forEach(stage -> targets.computeIfAbsent(stage, shared -> target(shared, all)));
    }

    private static Optional<Target> target(String shared, List<Target> all) {
        return all.size() == 1
                ? Optional.of(all.get(0))
                : all.stream()
                        .filter(target -> shared.endsWith(target.account() + "-" + target.region()))
                        .findFirst();
    }

    public static StageTargets of(Plan plan, Synthesis synthesis) {
        return new StageTargets(plan, synthesis);
    }

    /** All stages, and the environments that have none. */
    public Set<String> names() {
        return targets.keySet();
    }

    /** Where a stage is deployed; nowhere where the environment is not on AWS. */
    public Optional<Target> of(String stage) {
        return targets.getOrDefault(stage, Optional.empty());
    }

    /** Each account and region once, with the stages that are deployed there, those of environments first. */
    public Map<Target, List<String>> stages() {
        Map<Target, List<String>> stages = new LinkedHashMap<>();
        targets.forEach((stage, target) -> target.ifPresent(there ->
                stages.computeIfAbsent(there, absent -> new ArrayList<>()).add(stage)));
        return stages;
    }
}
