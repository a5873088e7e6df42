package dev.slipway.ordering.notification.delivery;

import dev.slipway.ordering.notification.channel.Channel;
import dev.slipway.ordering.notification.message.Templates;
import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.observability.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The deliveries in the database. */
@Component
public final class Deliveries {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final DeliverySettings settings;
    private final Ids ids;
    private final Traces traces;

    Deliveries(JdbcClient database, DeliverySettings settings, Ids ids, Traces traces) {
        this.database = database;
        this.settings = settings;
        this.ids = ids;
        this.traces = traces;
    }

    /** Notes what is to be told because of an event, in its transaction: once for each channel. */
    public void note(String topic, String eventId, UUID userId, Templates.Facts facts) {
        for (Channel channel : settings.of(topic)) {
            database.sql(
                            "INSERT INTO deliveries (id, topic, event_id, channel, user_id, facts, traceparent)"
                                    + " VALUES (:id, :topic, :event, :channel, :user, :facts::jsonb, :trace) ON CONFLICT (event_id, channel) DO NOTHING")
                    .param("id", ids.next())
                    .param("topic", topic)
                    .param("event", eventId)
                    .param("channel", channel.name())
                    .param("user", userId)
                    .param("facts", JSON.writeValueAsString(facts))
                    .param("trace", traces.current().orElse(null))
                    .update();
        }
    }

    /** What waits for somebody is tried now: they are known. */
    public void hurry(UUID userId) {
        database.sql("UPDATE deliveries SET next_at = now() WHERE user_id = ? AND state = 'waiting'")
                .param(userId)
                .update();
    }

    /** Takes some that are due, for as long as a try may take; a try of which nothing is heard is made again then. */
    List<Delivery> take(int most, int seconds) {
        return database.sql(
                        "UPDATE deliveries SET attempts = attempts + 1, next_at = now() + make_interval(secs => :secs)"
                                + " WHERE id IN (SELECT id FROM deliveries WHERE state = 'waiting' AND next_at <= now()"
                                + " ORDER BY next_at LIMIT :most FOR UPDATE SKIP LOCKED)"
                                + " RETURNING id, topic, channel, user_id, facts, attempts, created_at, traceparent")
                .param("secs", seconds)
                .param("most", most)
                .query(Deliveries::read)
                .list();
    }

    void sent(UUID id) {
        end(id, "sent", "");
    }

    void givenUp(UUID id, String why) {
        end(id, "given-up", why);
    }

    void later(UUID id, Instant at, String why) {
        database.sql("UPDATE deliveries SET next_at = ?, last_error = ? WHERE id = ? AND state = 'waiting'")
                .params(at.atOffset(ZoneOffset.UTC), why, id)
                .update();
    }

    long waiting() {
        return database.sql("SELECT count(*) FROM deliveries WHERE state = 'waiting'")
                .query(Long.class)
                .single();
    }

    void forget() {
        database.sql("DELETE FROM deliveries WHERE state <> 'waiting' AND ended_at < now() - interval '90 days'")
                .update();
    }

    private void end(UUID id, String state, String why) {
        database.sql("UPDATE deliveries SET state = ?, last_error = nullif(?, ''), ended_at = now() WHERE id = ?")
                .params(state, why, id)
                .update();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("user_id", UUID.class),
                JSON.readValue(row.getString("facts"), Templates.Facts.class),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("traceparent")));
    }
}
