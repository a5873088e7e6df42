package dev.slipway.ordering.laptop.service;

/**
 * Where the parts listen, all on the loopback address.
 *
 * @param publicUrl what a browser sees, without a slash at the end
 */
public record Addresses(String publicUrl, int database, int kafka, int cache, int mail) {}
