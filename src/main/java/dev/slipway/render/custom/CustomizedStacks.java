package dev.slipway.render.custom;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;

/** Changes stacks as a customization asks, and finds what it asks of stacks and resources that are not there. */
public final class CustomizedStacks {
    private final Map<String, Stack> stacks = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private CustomizedStacks(App app) {
        app.getNode().getChildren().stream()
                .filter(Stage.class::isInstance)
                .forEach(stage -> stage.getNode().getChildren().stream()
                        .filter(Stack.class::isInstance)
                        .forEach(stack -> stacks.put(stack.getNode().getPath(), (Stack) stack)));
    }

    /**
     * Calls the hooks of stacks that are complete.
     *
     * @return what is wrong with them
     */
    public static List<Problem> callHooks(Customization customization, App app) {
        if (customization.stacks().isEmpty()) {
            return List.of();
        }
        CustomizedStacks customized = new CustomizedStacks(app);
        customization.stacks().forEach(hook -> customized
                .stack(hook.path(), hook.origin())
                .ifPresent(stack -> hook.change().accept(stack)));
        return List.copyOf(customized.problems);
    }

    /**
     * Patches resources.
     *
     * @param templates by path of the stack, what it renders to without the patches
     * @return what is wrong with them
     */
    public static List<Problem> patch(Customization customization, App app, Map<String, Tree> templates) {
        CustomizedStacks customized = new CustomizedStacks(app);
        customization.resources().forEach(patch -> customized
                .stack(patch.stack(), patch.origin())
                .ifPresent(
                        stack -> customized.patch(patch, stack, templates.getOrDefault(patch.stack(), Tree.NOTHING))));
        return List.copyOf(customized.problems);
    }

    private Optional<Stack> stack(String path, Origin origin) {
        Stack stack = stacks.get(path);
        if (stack == null) {
            problems.add(error(
                    "custom/unknown-stack",
                    origin,
                    "The stack (%s) that is customized does not exist%s"
                            .formatted(path, Suggestion.of(path, stacks.keySet())),
                    "name one as cdk ls does: environment, a slash, and a concern."));
        }
        return Optional.ofNullable(stack);
    }

    private void patch(Customization.ResourcePatch patch, Stack stack, Tree template) {
        Tree resources = template.get("Resources");
        Optional<CfnResource> resource = resource(stack, patch.logicalId());
        if (resource.isEmpty()) {
            problems.add(error(
                    "custom/unknown-resource",
                    patch.origin(),
                    "The resource (%s) that is patched is not in stack %s%s"
                            .formatted(
                                    patch.logicalId(),
                                    patch.stack(),
                                    Suggestion.of(
                                            patch.logicalId(),
                                            resources.fields().keySet())),
                    "name it by its logical id, as the template below cdk.out/ does."));
            return;
        }
        patch.patches().forEach(one -> apply(one, resource.get(), resources.get(patch.logicalId()), patch));
    }

    private static Optional<CfnResource> resource(Stack stack, String logicalId) {
        return stack.getNode().findAll().stream()
                .filter(CfnResource.class::isInstance)
                .map(CfnResource.class::cast)
                .filter(resource -> logicalId.equals(stack.resolve(resource.getLogicalId())))
                .findFirst();
    }

    private void apply(Patch patch, CfnResource resource, Tree rendered, Customization.ResourcePatch of) {
        Pointer pointer = Pointer.of(patch.pointer());
        String subject = "resource %s of stack %s".formatted(of.logicalId(), of.stack());
        Optional<String> obstacle = pointer.obstacle(rendered, patch.operation());
        if (obstacle.isPresent()) {
            problems.add(Suggestion.missing(patch, subject, obstacle.get()));
        } else if (Pointer.isList(pointer.parentIn(rendered)) && patch.operation() != Patch.Operation.REPLACE) {
            problems.add(error(
                    "custom/list-item",
                    patch.origin(),
                    "The path (%s) of %s is an item of a list, which the CDK can neither add nor remove."
                            .formatted(patch.pointer(), subject),
                    "replace the whole list."));
        } else if (patch.operation() == Patch.Operation.REMOVE) {
            resource.addDeletionOverride(pointer.dotted());
        } else {
            resource.addOverride(pointer.dotted(), patch.value().orElseThrow());
        }
    }
}
