package dev.slipway.capability.streaming.msk;

import dev.slipway.capability.streaming.DeclaredTopics;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Has the topics of a service made from within the cluster, under a role that may make those topics and nothing else: for
 * clusters whose topics CloudFormation cannot make.
 */
record TopicTask(MskClients clients) {
    static final String SCRIPT = "topics.py";
    static final String TOPICS = "topics.json";

    /** Python with its own library only: the script needs no other. */
    private static final String IMAGE = "public.ecr.aws/docker/library/python:3.13.9-alpine";

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
        files.put(SCRIPT, script());
        files.put(TOPICS, json(topics));
        return new Task(
                Names.limited(service + "-topics", NAME_LIMIT),
                IMAGE,
                List.of("python3", "-I", "-B", "-u", Task.FILES + "/" + SCRIPT, Task.FILES + "/" + TOPICS),
                files,
                List.of(clients.bootstrapServers(reason), clients.region(reason)),
                clients.access().makes(topics, reason),
                clients.edges(claim, reason),
                reason);
    }

    static String script() {
        try (InputStream script = TopicTask.class.getResourceAsStream(SCRIPT)) {
            return new String(Objects.requireNonNull(script, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and values hold nothing that JSON would have escaped: the rules of topics see to that. */
    static String json(List<Topic> topics) {
        return topics.stream().map(TopicTask::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String json(Topic topic) {
        TopicSettings settings = TopicSettings.of(topic);
        String pairs = (topic.compacted() ? settings : settings.with(RETENTION_BYTES, UNLIMITED))
                .values().entrySet().stream()
                        .map(entry -> "\"%s\": \"%s\"".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
        return "{\"name\": \"%s\", \"partitions\": %s, \"settings\": {%s}}"
                .formatted(topic.name(), topic.partitions(), pairs);
    }
}
