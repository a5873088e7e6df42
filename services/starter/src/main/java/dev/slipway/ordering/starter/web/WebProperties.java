package dev.slipway.ordering.starter.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** The limits on a client. */
@ConfigurationProperties("slipway.web")
record WebProperties(DataSize bodyLimit, int requestsPerMinute) {}
