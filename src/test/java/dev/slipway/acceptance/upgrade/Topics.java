package dev.slipway.acceptance.upgrade;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.Materializes;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.Streaming;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits topics, wherever they are declared. */
public final class Topics {
    private Topics() {}

    static Edit each(UnaryOperator<Topic> edit) {
        return Edit.needs(need -> edited(need, edit));
    }

    public static Edit named(String name, UnaryOperator<Topic> edit) {
        return each(topic -> topic.name().equals(name) ? edit.apply(topic) : topic);
    }

    static Edit without(String name) {
        return Edit.withoutNeeds(need -> need instanceof StreamingNeed streaming
                && streaming.topic().name().equals(name));
    }

    /** What is published, in the order of declaration. */
    static List<Topic> published(Platform platform) {
        return platform.services().stream()
                .flatMap(service -> service.needs(Publishes.class).stream())
                .map(Publishes::topic)
                .toList();
    }

    /** Lets a service own the first topic, which is its publisher. */
    static Edit owned() {
        return platform -> platform.services().stream()
                .filter(service -> !service.needs(Publishes.class).isEmpty())
                .findFirst()
                .map(service -> named(
                                service.needs(Publishes.class).get(0).topic().name(),
                                topic -> topic.ownedBy(service.name()))
                        .apply(platform))
                .orElse(platform);
    }

    /** Lets the last service read the first topic. */
    static Edit readByAnother() {
        return platform -> published(platform).stream()
                .findFirst()
                .map(topic -> Edit.service(
                                platform.services()
                                        .get(platform.services().size() - 1)
                                        .name(),
                                service -> service.needs(Streaming.consumes(topic)))
                        .apply(platform))
                .orElse(platform);
    }

    static Edit withoutTheLast() {
        return platform -> {
            List<Topic> topics = published(platform);
            return topics.isEmpty()
                    ? platform
                    : without(topics.get(topics.size() - 1).name()).apply(platform);
        };
    }

    private static Need edited(Need need, UnaryOperator<Topic> edit) {
        if (need instanceof Publishes publishes) {
            return Streaming.publishes(edit.apply(publishes.topic()));
        }
        if (need instanceof Consumes consumes) {
            return Streaming.consumes(edit.apply(consumes.topic()));
        }
        return need instanceof Materializes materializes
                ? Streaming.materializes(edit.apply(materializes.topic()))
                : need;
    }
}
