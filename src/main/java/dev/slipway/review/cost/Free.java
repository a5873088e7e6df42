package dev.slipway.review.cost;

/**
 * Something that costs nothing itself.
 *
 * @param source the page that says so
 */
public record Free(String subject, String stack, String type, String source) {}
