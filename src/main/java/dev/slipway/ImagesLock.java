package dev.slipway;

import static dev.slipway.plan.problem.Problem.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.plan.check.Nearest;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The digests of the images that a pipeline has built, in a file that it commits:
 *
 * <pre>
 * {"order": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
 * </pre>
 */
record ImagesLock(Path path, Platform platform) {
    static final String FILE = "images.lock.json";

    /** https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests. */
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private static final Origin WHOLE = Origin.of(FILE, 0);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** By service, the digest of its image; without those that are wrong. */
    Map<String, String> read(List<Problem> problems) {
        Map<String, String> digests = new TreeMap<>();
        if (Files.notExists(path)) {
            return digests;
        }
        try {
            JsonNode root = JSON.readTree(Files.readString(path));
            if (!root.isObject()) {
                problems.add(malformed(WHOLE));
            }
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                accept(entry.getKey(), entry.getValue(), digests, problems);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            problems.add(malformed(Origin.of(FILE, line)));
        } catch (IOException e) {
            problems.add(malformed(WHOLE));
        }
        return digests;
    }

    private void accept(String service, JsonNode value, Map<String, String> digests, List<Problem> problems) {
        List<String> services = platform.services().stream().map(Service::name).toList();
        String digest = value.isTextual() ? value.asText() : value.toString();
        if (!services.contains(service)) {
            problems.add(error(
                    "images/unknown-service",
                    WHOLE,
                    "The service (%s) whose image is locked must be one of platform %s."
                            .formatted(service, platform.name()),
                    Nearest.to(service, services)
                            .map("did you mean %s?"::formatted)
                            .orElse("remove it, or declare the service.")));
        } else if (!DIGEST.matcher(digest).matches()) {
            problems.add(error(
                    "images/digest",
                    WHOLE,
                    "The digest (%s) of service %s must be sha256: and 64 hexadecimal digits in lower case."
                            .formatted(digest, service),
                    "let the pipeline write it, or remove it: the image is then named by its tag."));
        } else {
            digests.put(service, digest);
        }
    }

    private static Problem malformed(Origin origin) {
        return error(
                "images/malformed",
                origin,
                "The file (%s) must be one JSON object with a digest for each service.".formatted(FILE),
                "let the pipeline write it, or delete it: images are then named by their tag.");
    }
}
