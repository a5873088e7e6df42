package dev.slipway.ordering.starter.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Limits stand before security, so that a flood costs no signature check. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@EnableConfigurationProperties(WebProperties.class)
@Import({Problems.class, Errors.class})
public class WebConfiguration {
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    ProblemResponse problemResponse(JsonMapper json) {
        return new ProblemResponse(json);
    }

    @Bean
    FilterRegistrationBean<RateLimit> rateLimit(WebProperties properties, ProblemResponse problems) {
        FilterRegistrationBean<RateLimit> filter =
                new FilterRegistrationBean<>(new RateLimit(properties.requestsPerMinute(), problems));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(WebProperties properties, ProblemResponse problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(
                new BodyLimit(properties.bodyLimit().toBytes(), problems));
        filter.setOrder(BEFORE_SECURITY + 1);
        return filter;
    }
}
