package dev.slipway.bench.suite;

import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.StackAssert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Something that a test asserts of a stack, once as one would with the CDK's {@code Template}, and once with Slipway's assertions. */
sealed interface Fact {
    void with(Template template);

    void with(Synthesis synthesis, String stage, String concern);

    /** One that is about nothing but the stack. */
    sealed interface OfStack extends Fact {
        void with(StackAssert stack);

        @Override
        default void with(Synthesis synthesis, String stage, String concern) {
            with(assertThat(synthesis).stack(stage + "/" + concern));
        }
    }

    record Count(String type, int count) implements OfStack {
        @Override
        public void with(Template template) {
            template.resourceCountIs(type, count);
        }

        @Override
        public void with(StackAssert stack) {
            stack.hasResources(type, count);
        }
    }

    /** The only one of its type. */
    record Single(String type, Map<String, ?> properties) implements OfStack {
        @Override
        public void with(Template template) {
            template.hasResourceProperties(type, properties);
        }

        @Override
        public void with(StackAssert stack) {
            stack.resource(type).hasProperties(properties);
        }
    }

    /** One that is known by a property. */
    record Named(String type, String property, String name, Map<String, ?> properties) implements OfStack {
        @Override
        public void with(Template template) {
            Map<String, Object> all = new HashMap<>(properties);
            all.put(property, name);
            template.hasResourceProperties(type, all);
        }

        @Override
        public void with(StackAssert stack) {
            stack.resources(type).where(property, name).single().hasProperties(properties);
        }
    }

    record Each(String type, Map<String, ?> properties) implements OfStack {
        @Override
        public void with(Template template) {
            template.allResourcesProperties(type, properties);
        }

        @Override
        public void with(StackAssert stack) {
            stack.resources(type).each(resource -> resource.hasProperties(properties));
        }
    }

    record None(String type, String property, Object value) implements OfStack {
        @Override
        public void with(Template template) {
            template.resourcePropertiesCountIs(type, Map.of(property, value), 0);
        }

        @Override
        public void with(StackAssert stack) {
            stack.resources(type).where(property, value).areNone();
        }
    }

    record Tagged(String type, String property, String name, String key, String value) implements OfStack {
        @Override
        public void with(Template template) {
            template.hasResourceProperties(
                    type,
                    Map.of(
                            property,
                            name,
                            "Tags",
                            Match.arrayWith(List.of(Match.objectLike(Map.of("Key", key, "Value", value))))));
        }

        @Override
        public void with(StackAssert stack) {
            stack.resources(type).where(property, name).single().hasTag(key, value);
        }
    }

    /** Whether the role of a service may write to a topic; the CDK's looks for the statement in it. */
    record MayPublish(String role, String topic) implements Fact {
        private static final String TOPICS = "arn:aws:kafka:eu-central-1:111122223333:topic/${/ordering/%s/streaming/cluster-path}/%s";

        @Override
        public void with(Template template) {
            template.hasResourceProperties(
                    "AWS::IAM::Role",
                    Map.of("RoleName", role, "Policies", part(Map.of("PolicyDocument", Map.of("Statement", statement())))));
        }

        private Object statement() {
            return part(Map.of(
                    "Effect",
                    "Allow",
                    "Action",
                    Match.arrayWith(List.of("kafka-cluster:WriteData")),
                    "Resource",
                    part(Map.of("Fn::Join", Match.arrayWith(List.of(Match.arrayWith(List.of("/" + topic))))))));
        }

        private static Object part(Map<String, ?> item) {
            return Match.arrayWith(List.of(Match.objectLike(item)));
        }

        @Override
        public void with(Synthesis synthesis, String stage, String concern) {
            assertThat(synthesis)
                    .environment(stage)
                    .role(role)
                    .may("kafka-cluster:WriteData", TOPICS.formatted(stage, topic));
        }
    }
}
