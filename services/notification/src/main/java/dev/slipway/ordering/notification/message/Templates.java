package dev.slipway.ordering.notification.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Templates are files: the first line is the subject, the rest is the text. A name that a template asks for and nobody
 * gives is a mistake.
 */
@Component
public final class Templates {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(false);

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    /**
     * The message of an event, for a kind of reader.
     *
     * @param template as {@code order.confirmed.email}
     */
    public Message message(String template, Facts facts, Optional<String> name) {
        Map<String, Object> values = new HashMap<>();
        values.put("orderId", facts.orderId());
        values.put("total", Money.text(facts.total(), facts.currency()));
        values.put("reason", Map.of(facts.reason(), true));
        values.put("reasonText", facts.reason());
        values.put(
                "lines",
                facts.lines().stream()
                        .map(line -> Map.of(
                                "name",
                                line.name(),
                                "quantity",
                                line.quantity(),
                                "price",
                                Money.text(Math.multiplyExact(line.unitPrice(), line.quantity()), facts.currency())))
                        .toList());
        name.ifPresent(known -> values.put("name", known));
        String text = compiled.computeIfAbsent(template, Templates::read).execute(values);
        int end = text.indexOf('\n');
        return new Message(
                text.substring(0, end).strip(), text.substring(end + 1).strip() + "\n");
    }

    private static Template read(String template) {
        String file = "/notification/" + template + ".txt";
        try (InputStream stream = Optional.ofNullable(Templates.class.getResourceAsStream(file))
                .orElseThrow(() -> new IllegalStateException("There is no template " + file))) {
            return COMPILER.compile(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What an event says that a template may want; nothing of it is personal.
     *
     * @param total in minor units
     */
    public record Facts(String orderId, String reason, List<Line> lines, String currency, long total) {
        /** Facts of an event that has none. */
        public static final Facts NONE = new Facts("", "", List.of(), "EUR", 0);

        /** What was bought. */
        public record Line(String name, long quantity, long unitPrice) {}
    }
}
