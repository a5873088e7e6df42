package dev.slipway.capability.streaming.msk;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which versions of Kafka can be chosen: https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html. */
final class KafkaVersions {
    /** Newest that standard brokers have. */
    static final String NEWEST = "4.1.x.kraft";

    /** Newest that Express brokers have. */
    static final String NEWEST_OF_EXPRESS = "3.9.x.kraft";

    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.(?:x|[0-9]{1,2})(\\.kraft)?");

    private static final int MAJOR = 3;

    /** The first with topics that CloudFormation can make, and with Express brokers. */
    private static final int FIRST_MINOR = 6;

    /** The first that MSK offers without ZooKeeper. */
    private static final int FIRST_KRAFT_MINOR = 7;

    private KafkaVersions() {}

    static Stream<Problem> check(String version, Origin origin) {
        return isSupported(version)
                ? Stream.empty()
                : Stream.of(error(
                        "streaming/kafka-version",
                        origin,
                        "The Kafka version (%s) of MSK must be 3.6.0 or later as MSK writes it, with .kraft from 4.0 on and never before 3.7."
                                .formatted(version),
                        "choose kafka(\"%s\").".formatted(NEWEST_OF_EXPRESS)));
    }

    private static boolean isSupported(String version) {
        Matcher matcher = SYNTAX.matcher(version);
        if (!matcher.matches()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        boolean kraft = matcher.group(3) != null;
        return major > MAJOR ? kraft : major == MAJOR && minor >= (kraft ? FIRST_KRAFT_MINOR : FIRST_MINOR);
    }
}
