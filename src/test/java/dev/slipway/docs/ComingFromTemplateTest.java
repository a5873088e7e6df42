package dev.slipway.docs;

import static dev.slipway.testing.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.SynthesizedBy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Capture;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Both ways side by side, of the same stack and with the same verdict. */
@SynthesizedBy(ShopPlatform.class)
class ComingFromTemplateTest {
    private static Template template;

    @BeforeAll
    static void read(Synthesis shop) throws JsonProcessingException {
        template = read(shop, "prod/streaming");
    }

    private static Template read(Synthesis shop, String stack) throws JsonProcessingException {
        String text = shop.template(stack).tree().toString();
        return Template.fromJSON(new ObjectMapper().readValue(text, new TypeReference<Map<String, Object>>() {}));
    }

    @Test
    void countsWithTheCdk() {
        // snippet: template-count
        template.resourceCountIs("AWS::MSK::Topic", 2);
        // end
    }

    @Test
    void counts(Synthesis shop) {
        // snippet: kit-count
        assertThat(shop).stack("prod/streaming").hasResources("AWS::MSK::Topic", 2);
        // end
    }

    @Test
    void findsPropertiesWithTheCdk() {
        // snippet: template-properties
        template.hasResourceProperties("AWS::MSK::Topic", Map.of("TopicName", "order.placed", "PartitionCount", 12));
        // end
    }

    @Test
    void findsProperties(Synthesis shop) {
        // snippet: kit-properties
        assertThat(shop)
                .stack("prod/streaming")
                .resource("AWS::MSK::Topic", "order.placed")
                .hasProperty("PartitionCount", 12);
        // end
    }

    @Test
    void matchesPartsWithTheCdk() {
        // snippet: template-parts
        template.hasResource(
                "AWS::MSK::Cluster",
                Match.objectLike(Map.of(
                        "DeletionPolicy",
                        "RetainExceptOnCreate",
                        "Properties",
                        Match.objectLike(Map.of("NumberOfBrokerNodes", 3)))));
        // end
    }

    @Test
    void matchesParts(Synthesis shop) {
        // snippet: kit-parts
        assertThat(shop)
                .stack("prod/streaming")
                .resource("AWS::MSK::Cluster")
                .hasProperties(Map.of("NumberOfBrokerNodes", 3))
                .isRetained();
        // end
    }

    @Test
    void triesEachWithTheCdk() {
        // snippet: template-each
        template.allResourcesProperties("AWS::MSK::Topic", Map.of("ReplicationFactor", 3));
        // end
    }

    @Test
    void triesEach(Synthesis shop) {
        // snippet: kit-each-resource
        assertThat(shop)
                .stack("prod/streaming")
                .resources("AWS::MSK::Topic")
                .each(topic -> topic.hasProperty("ReplicationFactor", 3));
        // end
    }

    @Test
    void capturesWithTheCdk() {
        // snippet: template-capture
        Capture name = new Capture();
        template.hasResourceProperties("AWS::MSK::Cluster", Map.of("ClusterName", name));
        org.assertj.core.api.Assertions.assertThat(name.asString()).startsWith("shop");
        // end
    }

    @Test
    void captures(Synthesis shop) {
        // snippet: kit-capture
        assertThat(shop)
                .stack("prod/streaming")
                .resource("AWS::MSK::Cluster")
                .property("ClusterName")
                .asText()
                .startsWith("shop");
        // end
    }

    @Test
    void findsNoneWithTheCdk() {
        // snippet: template-none
        template.resourcePropertiesCountIs("AWS::MSK::Topic", Map.of("ReplicationFactor", 1), 0);
        // end
    }

    @Test
    void findsNone(Synthesis shop) {
        // snippet: kit-none
        assertThat(shop)
                .stack("prod/streaming")
                .resources("AWS::MSK::Topic")
                .where("ReplicationFactor", 1)
                .areNone();
        // end
    }

    @Test
    void readsJsonWithTheCdk(Synthesis shop) throws JsonProcessingException {
        Template registry = read(shop, "shared/registry");
        // snippet: template-json
        registry.hasResourceProperties(
                "AWS::ECR::Repository",
                Map.of(
                        "RepositoryName",
                        "shop/order",
                        "LifecyclePolicy",
                        Map.of(
                                "LifecyclePolicyText",
                                Match.serializedJson(Match.objectLike(Map.of(
                                        "rules",
                                        Match.arrayWith(List.of(
                                                Match.objectLike(
                                                        Map.of(
                                                                "selection",
                                                                Match.objectLike(Map.of("countNumber", 7))))))))))));
        // end
    }

    @Test
    void readsJson(Synthesis shop) {
        // snippet: kit-json
        assertThat(shop)
                .stack("shared/registry")
                .resource("AWS::ECR::Repository", "shop/order")
                .property("LifecyclePolicy.LifecyclePolicyText")
                .asJson()
                .at("rules")
                .hasItem(Map.of("selection", Map.of("countNumber", 7)));
        // end
    }

    @Test
    void looksIntoPoliciesWithTheCdk(Synthesis shop) throws JsonProcessingException {
        Template identity = read(shop, "prod/identity");
        // snippet: template-policy
        identity.hasResourceProperties(
                "AWS::IAM::Role",
                Map.of(
                        "RoleName",
                        "shop.prod.order",
                        "Policies",
                        Match.arrayWith(
                                List.of(
                                        Match.objectLike(
                                                Map.of(
                                                        "PolicyDocument",
                                                        Map.of(
                                                                "Statement",
                                                                Match.arrayWith(
                                                                        List.of(
                                                                                Match.objectLike(
                                                                                        Map.of(
                                                                                                "Effect",
                                                                                                "Allow",
                                                                                                "Action",
                                                                                                Match.arrayWith(
                                                                                                        List.of(
                                                                                                                "kafka-cluster:WriteData")))))))))))));
        // end
    }

    @Test
    void asksWhatIsAllowed(Synthesis shop) {
        // snippet: kit-policy
        assertThat(shop).environment("prod").service("order").mayPublishTo("order.placed");
        // end
    }
}
