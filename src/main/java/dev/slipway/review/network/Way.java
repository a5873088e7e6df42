package dev.slipway.review.network;

import java.util.List;

/**
 * Whether one can reach another, and why not.
 *
 * @param from who starts
 * @param to whom, with the port: {@code payment:8080}
 * @param obstacles what is in the way, in words; none where it is open
 */
public record Way(String from, String to, List<String> obstacles) {
    public Way {
        obstacles = List.copyOf(obstacles);
    }

    public boolean isOpen() {
        return obstacles.isEmpty();
    }

    @Override
    public String toString() {
        return "%s to %s: %s".formatted(from, to, isOpen() ? "open" : String.join("; ", obstacles));
    }
}
