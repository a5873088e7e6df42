package dev.slipway.ordering.laptop.door;

import dev.slipway.ordering.laptop.part.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in for the outside: {@code /laptop/mail} shows what customers were mailed, {@code /laptop/chat} what teams
 * were told, which services post to {@code /laptop/chat/slack} and {@code /laptop/chat/teams}.
 */
final class LaptopPages extends Handler.Abstract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MAIL = "/laptop/mail";
    private static final String CHAT = "/laptop/chat";

    private final Mailbox mailbox;
    private final List<ChatMessage> said = new CopyOnWriteArrayList<>();

    private record ChatMessage(String room, String body) {}

    LaptopPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (path.equals(MAIL)) {
            write(response, callback, JSON.writeValueAsString(mailbox.received()));
            return true;
        }
        if (path.equals(CHAT)) {
            write(response, callback, JSON.writeValueAsString(said));
            return true;
        }
        if (path.startsWith(CHAT + "/")) {
            said.add(new ChatMessage(
                    path.substring(CHAT.length() + 1), Content.Source.asString(request, StandardCharsets.UTF_8)));
            write(response, callback, "\"ok\"");
            return true;
        }
        return false;
    }

    private static void write(Response response, Callback callback, String json) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, json, callback);
    }
}
