package dev.slipway.ordering.starter.cache;

import io.lettuce.core.ClientOptions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The cache of a service that has one. */
@AutoConfiguration(afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass(StringRedisTemplate.class)
@ConditionalOnProperty("slipway.cache.key-prefix")
public class CacheConfiguration {
    @Bean
    ServiceCache serviceCache(
            StringRedisTemplate redis, @Value("${slipway.cache.key-prefix}") String prefix, Clock clock) {
        return new ServiceCache(redis, prefix, clock);
    }

    /** Commands do not queue up for a server that is away. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failAtOnce() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }
}
