package dev.slipway.verify.aws;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.verify.Drift;
import dev.slipway.verify.Findings;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Verification;
import dev.slipway.verify.aws.question.AwsServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * The AWS plane of a stage.
 *
 * <pre>{@code
 * try (AwsServices aws = AwsServices.in("eu-central-1")) {
 *     new AwsVerification(aws, new Account("111122223333", "eu-central-1"), "ordering").of(synthesis, "dev");
 * }
 * }</pre>
 *
 * @param platform its name, by which stacks are tagged
 */
public record AwsVerification(AwsServices aws, Account account, String platform) {
    /** Few enough that no service throttles, which begins at some ten calls a second. */
    private static final int AT_ONCE = 6;

    /** Everything that the stacks of a stage hold, and the stacks that nobody synthesizes any more. */
    public Verification of(Synthesis synthesis, String stage) {
        Asking asking = new Asking(aws);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "verify");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Verification>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> leftOver(synthesis, stage)));
            for (Template template : synthesis.templates(stage)) {
                LiveStack.find(aws, template.stackName())
                        .ifPresentOrElse(
                                stack -> parts(template, stack, asking)
                                        .forEach(part -> answers.add(threads.submit(part))),
                                () -> answers.add(threads.submit(() -> missing(template))));
            }
            Verification all = Verification.NONE;
            for (Future<Verification> answer : answers) {
                all = all.and(answer.get());
            }
            return all;
        } catch (SdkException e) {
            return Verification.failed("AWS cannot be asked: " + reason(e));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SdkException cause) {
                return Verification.failed("AWS cannot be asked: " + reason(cause));
            }
            throw new IllegalStateException("A stack could not be looked at", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verification.failed("AWS was not asked to the end: interrupted");
        } finally {
            threads.shutdownNow();
        }
    }

    private static String reason(SdkException failure) {
        return failure instanceof AwsServiceException service
                ? StackVerification.message(service)
                : String.valueOf(failure.getMessage());
    }

    private List<Callable<Verification>> parts(Template template, LiveStack stack, Asking asking) {
        StackVerification verification = new StackVerification(template, stack, asking, account);
        List<Callable<Verification>> parts = new ArrayList<>();
        parts.add(verification::ofStack);
        template.resources().forEach(resource -> parts.add(() -> verification.of(resource)));
        return parts;
    }

    private static Verification missing(Template template) {
        Findings findings = new Findings();
        findings.drift(Drift.missing(Plane.AWS, "stack " + template.stackName()));
        return findings.done();
    }

    /** Stacks that carry our tags, and that this platform does not have. */
    private Verification leftOver(Synthesis synthesis, String stage) {
        Set<String> known =
                synthesis.templates().stream().map(Template::stackName).collect(Collectors.toSet());
        Findings findings = new Findings();
        aws.cloudFormation().describeStacksPaginator().stacks().stream()
                .filter(stack -> stack.stackStatus() != StackStatus.DELETE_COMPLETE)
                .filter(stack -> isOurs(stack, stage) && !known.contains(stack.stackName()))
                .forEach(stack -> findings.drift(Drift.extra(Plane.AWS, "stack " + stack.stackName())));
        return findings.done();
    }

    private boolean isOurs(Stack stack, String stage) {
        Map<String, String> tags =
                stack.tags().stream().collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value(), (a, b) -> b));
        return "slipway".equals(tags.get("managed-by"))
                && platform.equals(tags.get("platform"))
                && stage.equals(tags.get("environment"));
    }
}
