package dev.slipway.capability.streaming;

import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The environment variables that tell a service its topics, whatever cluster holds them: part of what each provider binds.
 *
 * <pre>{@code
 * List<Variable> variables = new ArrayList<>(TopicVariables.of(claim));
 * }</pre>
 */
public final class TopicVariables {
    private TopicVariables() {}

    public static List<Variable> of(Claim<? extends StreamingNeed> claim) {
        String service = claim.service().name();
        StreamingNeed need = claim.need();
        List<Variable> variables = new ArrayList<>();
        variables.add(Variable.plain(topicVariable(need.topic()), need.topic().name(), need.describe()));
        if (need instanceof Publishes) {
            variables.add(Variable.plain("KAFKA_TRANSACTIONAL_ID", transactionalId(service), "publishes topics"));
        } else {
            variables.add(Variable.plain("KAFKA_GROUP_ID", service, "reads topics"));
        }
        if (need instanceof Consumes) {
            variables.add(Variable.plain(
                    topicVariable(need.topic()) + "_DEAD_LETTERS",
                    need.topic().deadLettersOf(service).name(),
                    need.describe()));
        }
        return variables;
    }

    /** The one transactional id of a service: whichever of its instances writes under it shuts out the one before. */
    public static String transactionalId(String service) {
        return service;
    }

    /** {@code order.placed} becomes {@code TOPIC_ORDER_PLACED}. */
    private static String topicVariable(Topic topic) {
        return "TOPIC_" + topic.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
