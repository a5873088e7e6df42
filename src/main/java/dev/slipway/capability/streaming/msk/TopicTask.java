package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.DeclaredTopics;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.TopicScript;
import dev.slipway.capability.streaming.TopicSettings;
import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.ToolImages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has the topics of a service made from within the cluster, under a role that may make those topics and nothing else: for
 * clusters whose topics CloudFormation cannot make.
 */
record TopicTask(MskClients clients) {
    static final String TOPICS = "topics.json";

    /** A DNS label: the name of a Job and of its service account. */
    private static final int NAME_LIMIT = 63;

    /** Serverless clusters keep 250 GiB of a topic by default, whatever its retention in time. */
    private static final String RETENTION_BYTES = "retention.bytes";

    private static final String UNLIMITED = "-1";

    /** The same task for each claim of a service, so that a service has one. */
    Binding bind(Claim<? extends StreamingNeed> claim) {
        List<Topic> topics = DeclaredTopics.in(clients.place()).madeFor(claim.service());
        return topics.isEmpty()
                ? Binding.NOTHING
                : new Binding(List.of(), List.of(), List.of(), List.of(task(claim, topics)));
    }

    private Task task(Claim<? extends StreamingNeed> claim, List<Topic> topics) {
        String service = claim.service().name();
        String reason = "topics of " + service;
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TopicScript.FILE, TopicScript.text());
        files.put(TOPICS, json(topics));
        return new Task(
                Names.limited(service + "-topics", NAME_LIMIT),
                ToolImages.PYTHON,
                List.of("python3", "-I", "-B", "-u", Task.FILES + "/" + TopicScript.FILE, Task.FILES + "/" + TOPICS),
                files,
                List.of(clients.bootstrapServers(reason), clients.region(reason)),
                clients.access().makes(topics, reason),
                clients.edges(claim, reason),
                reason);
    }

    static String json(List<Topic> topics) {
        return TopicScript.json(topics, TopicTask::settings);
    }

    private static TopicSettings settings(Topic topic) {
        TopicSettings settings = TopicSettings.of(topic);
        return topic.compacted() ? settings : settings.with(RETENTION_BYTES, UNLIMITED);
    }
}
