package dev.slipway.acceptance;

import dev.slipway.Slipway;
import dev.slipway.capability.Providers;
import dev.slipway.platform.Platform;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every blueprint that there is, and the small platform of every provider, rendered once for all tests. */
public final class Rendered {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BLUEPRINTS = SOURCES.resolve("dev/slipway/blueprint");

    private Rendered() {}

    /** By the class that declares it. */
    public static Map<String, Synthesis> blueprints() {
        return OfBlueprints.ALL;
    }

    /** Blueprints, then providers by their factory. */
    public static Map<String, Synthesis> everything() {
        Map<String, Synthesis> all = new TreeMap<>(OfBlueprints.ALL);
        all.putAll(Providers.rendered());
        return all;
    }

    /** What was rendered under a name. */
    public static Platform platform(String name) {
        Platform blueprint = platforms().get(name);
        return blueprint == null ? Providers.all().get(name).platform() : blueprint;
    }

    private static final class OfBlueprints {
        static final Map<String, Synthesis> ALL = render();

        private static Map<String, Synthesis> render() {
            Map<String, Synthesis> all = new TreeMap<>();
            platforms().forEach((name, platform) -> all.put(name, Slipway.render(Slipway.plan(platform))));
            return all;
        }
    }

    /** What the public methods {@code static Platform platform()} below {@code blueprint/} declare. */
    public static Map<String, Platform> platforms() {
        Map<String, Platform> all = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(BLUEPRINTS)) {
            sources.map(path -> SOURCES.relativize(path).toString())
                    .filter(path -> path.endsWith(".java") && !path.contains("-"))
                    .map(path -> path.replace(".java", "").replaceAll("[/\\\\]", "."))
                    .sorted()
                    .forEach(name -> declared(name, all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void declared(String name, Map<String, Platform> all) {
        try {
            for (Method method : Class.forName(name).getDeclaredMethods()) {
                if (method.getReturnType() == Platform.class
                        && method.getParameterCount() == 0
                        && Modifier.isStatic(method.getModifiers())
                        && Modifier.isPublic(method.getModifiers())) {
                    all.put(method.getDeclaringClass().getSimpleName(), (Platform) method.invoke(null));
                }
            }
        } catch (ClassNotFoundException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The blueprint (%s) cannot be read".formatted(name), e);
        }
    }
}
