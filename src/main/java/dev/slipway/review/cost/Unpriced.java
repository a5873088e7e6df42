package dev.slipway.review.cost;

/**
 * Something that is paid for, or may be, and has no price here. It is not free.
 *
 * @param subject its logical id, or what it is
 * @param stack that makes it, or {@code kubernetes}
 * @param type its CloudFormation type, or what it is in Kubernetes
 * @param item that would have to have a price; empty where nothing is known of the type
 * @param unit in which its quantity would be counted; empty where nothing is known of the type
 * @param hint what can be done about it
 */
public record Unpriced(String subject, String stack, String type, String item, String unit, String hint) {}
