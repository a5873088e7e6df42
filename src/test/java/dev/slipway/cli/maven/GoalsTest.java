package dev.slipway.cli.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The goals of Maven, and the descriptor of them that is written by hand. */
class GoalsTest {
    @TempDir
    private Path folder;

    @Test
    void theDescriptorNamesEachFieldOfEachGoalWithItsType() throws Exception {
        Map<String, List<String>> described = new TreeMap<>();
        Map<String, List<String>> declared = new TreeMap<>();
        for (Element goal : children(descriptor(), "mojo")) {
            Class<?> type = Class.forName(text(goal, "implementation"));
            assertThat(type).isAssignableTo(AbstractMojo.class);
            List<String> parameters = children(goal, "parameter").stream()
                    .map(parameter -> text(parameter, "name") + " " + text(parameter, "type"))
                    .sorted()
                    .toList();
            described.put(text(goal, "goal"), parameters);
            declared.put(text(goal, "goal"), fields(type));
            assertThat(configured(goal))
                    .as("what Maven sets in goal %s", text(goal, "goal"))
                    .isEqualTo(parameters);
        }
        assertThat(described).containsOnlyKeys("init", "launch-file", "run").isEqualTo(declared);
    }

    private static Element descriptor() throws Exception {
        try (var stream = GoalsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(stream)
                    .getDocumentElement();
        }
    }

    private static List<Element> children(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String tag) {
        return children(parent, tag).get(0).getTextContent();
    }

    private static List<String> configured(Element goal) {
        List<String> configured = new ArrayList<>();
        for (Element field : children(children(goal, "configuration").get(0), "*")) {
            configured.add(field.getTagName() + " " + field.getAttribute("implementation"));
        }
        return configured.stream().sorted().toList();
    }

    private static List<String> fields(Class<?> type) {
        List<String> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!field.isSynthetic() && !java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                fields.add(field.getName() + " " + field.getType().getName());
            }
        }
        return fields.stream().sorted().toList();
    }

    @Test
    void theLaunchFileStartsTheProgramAndIsAsOldAsTheBuild() throws Exception {
        Path args = folder.resolve("target/slipway.args");
        Instant start = Instant.parse("2026-11-21T10:00:00Z");
        LaunchFileMojo goal = new LaunchFileMojo();
        set(goal, "main", "com.acme.shop.ShopPlatform");
        set(goal, "file", args.toFile());
        set(goal, "cli", args.resolveSibling("slipway-cli.args").toFile());
        set(goal, "classPath", List.of("C:\\shop\\target\\classes", "/m2/a b.jar"));
        set(goal, "start", Date.from(start));

        goal.execute();

        assertThat(Files.readString(args)).isEqualTo("""
                -XX:TieredStopAtLevel=1
                -XX:+UseSerialGC
                -Xshare:auto
                -cp
                "C:/shop/target/classes%s/m2/a b.jar"
                com.acme.shop.ShopPlatform
                """.formatted(File.pathSeparator));
        assertThat(Files.getLastModifiedTime(args)).isEqualTo(FileTime.from(start));
        assertThat(Files.readString(args.resolveSibling("slipway-cli.args")))
                .isEqualTo("""
                -XX:TieredStopAtLevel=1
                -XX:+UseSerialGC
                -Xshare:auto
                -Djdk.console=java.base
                -Dslipway.main=com.acme.shop.ShopPlatform
                -cp
                "C:/shop/target/classes%s/m2/a b.jar"
                dev.slipway.cli.SlipwayCommand
                """.formatted(File.pathSeparator));
    }

    @Test
    void theGoalRunStartsACommandAndFailsWhereItDoes() throws Exception {
        Path cli = folder.resolve("slipway-cli.args");
        Files.writeString(cli, "-cp\n\"%s\"\n%s\n".formatted(classes(), Ends.class.getName()));
        RunMojo goal = new RunMojo();
        set(goal, "args", "0 \"in one word\"");
        set(goal, "cli", cli.toFile());
        set(goal, "directory", folder.toFile());

        goal.execute();
        assertThat(Files.readString(folder.resolve("typed"))).isEqualTo("0|in one word");

        set(goal, "args", "3");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(goal::execute))
                .hasMessage("slipway 3 ended with 3");
    }

    private static Path classes() throws java.net.URISyntaxException {
        return Path.of(
                Ends.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Ends with what it is told to, and leaves what was typed in the current folder. */
    static final class Ends {
        public static void main(String... typed) throws java.io.IOException {
            Files.writeString(Path.of("typed"), String.join("|", typed));
            System.exit(Integer.parseInt(typed[0]));
        }
    }

    @Test
    void theGoalInitWritesAProjectOrFailsWithEveryProblem() throws Exception {
        InitMojo goal = new InitMojo();
        set(goal, "name", "shop");
        set(goal, "directory", folder.toFile());

        goal.execute();

        assertThat(folder.resolve("src/main/java/com/example/shop/ShopPlatform.java"))
                .exists();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(goal::execute))
                .hasMessageContaining("error init/exists")
                .hasMessageContaining("10 problems; nothing was written.");
    }

    private static void set(AbstractMojo goal, String field, Object value) throws ReflectiveOperationException {
        Field target = goal.getClass().getDeclaredField(field);
        target.setAccessible(true);
        target.set(goal, value);
    }
}
