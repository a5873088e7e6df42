package dev.slipway.verify.aws;

import dev.slipway.review.Tree;
import dev.slipway.verify.aws.question.AwsServices;
import dev.slipway.verify.aws.question.Question;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Asks services for resources, for each one once. */
final class Asking {
    /** What services call what they do not have: {@code DBInstanceNotFound}, {@code NoSuchEntity}. */
    private static final Pattern MISSING = Pattern.compile("(?i)NotFound|NoSuch|DoesNotExist|NonExist");

    private final AwsServices aws;
    private final Map<String, Tree> answers = new ConcurrentHashMap<>();

    Asking(AwsServices aws) {
        this.aws = aws;
    }

    AwsServices aws() {
        return aws;
    }

    /** What there is; {@link Tree#NOTHING} where it is not there. */
    Tree answer(Question question, String id) {
        String key = question.type() + " " + id;
        Tree known = answers.get(key);
        if (known == null) {
            known = asked(question, id);
            answers.put(key, known);
        }
        return known;
    }

    private Tree asked(Question question, String id) {
        try {
            return question.ask().apply(aws, id);
        } catch (AwsServiceException e) {
            if (isMissing(e)) {
                return Tree.NOTHING;
            }
            throw e;
        }
    }

    static boolean isMissing(AwsServiceException failure) {
        return failure.awsErrorDetails() != null
                && MISSING.matcher(String.valueOf(failure.awsErrorDetails().errorCode()))
                        .find();
    }
}
