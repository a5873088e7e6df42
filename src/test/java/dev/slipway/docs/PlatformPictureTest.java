package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.render.topology.TopologyFile;
import dev.slipway.review.Synthesis;
import dev.slipway.review.graph.Graph;
import dev.slipway.review.graph.picture.Layout;
import dev.slipway.review.graph.picture.Svg;
import dev.slipway.review.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=PlatformPictureTest -Dslipway.update=true} draws the picture anew. */
class PlatformPictureTest {
    private static final Path PICTURE = Path.of("docs/guide/ordering.svg");

    @Test
    void thePictureOfTheDefaultPlatformIsWhatTheCommandDraws() throws IOException {
        EnvironmentPlan dev = Slipway.plan(OrderingPlatform.platform())
                .verify()
                .environments()
                .get(0);
        Map<String, String> files = new TreeMap<>();
        TopologyFile.of(dev, List.of()).forEach((path, text) -> files.put("dist/" + path, text));
        Topology topology = Topology.of(Synthesis.of(files), dev.name()).orElseThrow();
        String picture = Svg.of(Layout.of(Graph.ofPlatform(topology)));

        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(PICTURE).hasContent(picture);
        assertThat(Files.readString(Path.of("README.md"))).contains("(docs/guide/ordering.svg)");
    }
}
