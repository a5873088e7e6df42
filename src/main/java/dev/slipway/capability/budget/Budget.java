package dev.slipway.capability.budget;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.operation.Money;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The most that an environment may cost a month. Twice: as a rule on the estimate, before anything is deployed, and as a
 * budget of AWS in stack {@code budget}, which writes at 80 % of it, and where 100 % are forecast.
 *
 * <p>AWS counts what has the tags {@code platform} and {@code environment}, once both are activated as cost allocation tags
 * in the account that pays: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html.
 *
 * <pre>{@code
 * Environment.named("prod").with(budget(usd(900)).alerting("ops@example.com"))
 * }</pre>
 *
 * @param limit a month
 * @param addresses of those who are told, by mail
 * @param topic of Amazon SNS that is told, by its ARN; its policy has to let {@code budgets.amazonaws.com} publish
 */
@Declares
public record Budget(Money limit, List<String> addresses, Optional<String> topic, Origin origin)
        implements Planned, ProvisionsOnAws {
    /** Subscribers by mail of a notification: https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html. */
    static final int MOST_ADDRESSES = 10;

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}");
    private static final Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}");

    public Budget {
        addresses = addresses.stream().distinct().toList();
    }

    /** With nobody who is told: add {@link #alerting} or {@link #alertingTopic}. */
    public static Budget budget(Money limit) {
        return new Budget(limit, List.of(), Optional.empty(), Origin.here());
    }

    /** Those who are told, by mail. */
    public Budget alerting(String... mailAddresses) {
        return new Budget(
                limit,
                Stream.concat(addresses.stream(), Stream.of(mailAddresses)).toList(),
                topic,
                origin);
    }

    /** A topic that is told: {@code alertingTopic("arn:aws:sns:eu-central-1:111122223333:ops")}. */
    public Budget alertingTopic(String arn) {
        return new Budget(limit, addresses, Optional.of(arn), origin);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.of(amount(), told(place), mail(), publishing()).flatMap(problems -> problems);
    }

    private Stream<Problem> amount() {
        return limit.dollars().compareTo(BigDecimal.ZERO) > 0
                ? Stream.empty()
                : Stream.of(error(
                        "budget/amount",
                        origin,
                        "The budget (%s) must be more than nothing.".formatted(limit),
                        "write it as budget(usd(900)), for a month."));
    }

    private Stream<Problem> told(Place place) {
        return addresses.isEmpty() && topic.isEmpty()
                ? Stream.of(warning(
                        "budget/nobody-told",
                        origin,
                        "The budget (%s) of environment %s tells nobody when it is nearly spent; somebody should be."
                                .formatted(limit, place.environment().name()),
                        "write it as budget(usd(900)).alerting(\"ops@example.com\")."))
                : Stream.empty();
    }

    private Stream<Problem> mail() {
        Stream<Problem> number = addresses.size() <= MOST_ADDRESSES
                ? Stream.empty()
                : Stream.of(error(
                        "budget/addresses",
                        origin,
                        "The addresses (%s) of a budget must be %s or fewer."
                                .formatted(addresses.size(), MOST_ADDRESSES),
                        "write to a group, or to a topic with alertingTopic(..)."));
        return Stream.concat(
                number,
                addresses.stream()
                        .filter(address -> !ADDRESS.matcher(address).matches())
                        .map(address -> error(
                                "budget/address",
                                origin,
                                "The address (%s) that a budget writes to must be a mail address.".formatted(address),
                                "write it as alerting(\"ops@example.com\").")));
    }

    private Stream<Problem> publishing() {
        return topic
                .filter(arn -> !TOPIC.matcher(arn).matches())
                .map(arn -> error(
                        "budget/topic",
                        origin,
                        "The topic (%s) that a budget tells must be the ARN of one of Amazon SNS.".formatted(arn),
                        "write it as alertingTopic(\"arn:aws:sns:eu-central-1:111122223333:ops\")."))
                .stream();
    }

    @Override
    public void provision(EnvironmentStage stage) {
        new BudgetStack(stage.stack("budget")).add(this);
    }
}
