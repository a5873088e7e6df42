package dev.slipway.ordering.sample;

import dev.slipway.ordering.starter.configuration.OrderingService;
import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.materialized.MaterializedTopics;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with everything that the starter has, as small as can be: it is given what common is given. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableCaching
class SampleApplication {
    record Entry(String code, String kind, String name, boolean active, int version) {
        static Entry of(String code, String name) {
            return new Entry(code, "category", name, true, 1);
        }
    }

    public static void main(String... arguments) {
        OrderingService.named("common", SampleApplication.class).run(arguments);
    }

    @Bean
    Materialized<Entry> entries(MaterializedTopics topics) {
        return topics.of("common.reference", Entry.class);
    }

    @RestController
    static class Counting {
        private final AtomicInteger calls = new AtomicInteger();

        @GetMapping("/api/reference/{code}")
        @Cacheable("calls")
        public String call(@PathVariable String code) {
            return code + calls.incrementAndGet();
        }

        @PostMapping("/api/reference")
        public int length(@RequestBody Entry entry) {
            return entry.name().length();
        }
    }
}
