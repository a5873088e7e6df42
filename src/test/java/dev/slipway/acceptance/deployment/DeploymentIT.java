package dev.slipway.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Child;
import dev.slipway.acceptance.deployment.Emulator.Means;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The default platform through {@code cdk.json} and the CDK CLI into an emulator of AWS: what is shared, one environment that keeps
 * nothing, and production, which keeps what holds state. Each test goes on where the one before it ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentIT {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-central-1";
    private static final List<String> STAGES = List.of("shared", "dev", "prod");
    private static final List<String> ALL = List.of("shared/*", "dev/*", "prod/*");
    private static final List<String> DEPLOY =
            List.of("--method=direct", "--require-approval=never", "--concurrency=6", "--progress=events");
    private static final Pattern UNCHANGED = Pattern.compile("✅  (\\S+) \\(\\S+\\) \\(no changes\\)");

    @TempDir
    private static Path folder;

    private static Emulator emulator;
    private static Aws aws;
    private static DeployedProject project;
    private static Set<String> deployed = Set.of();
    private static Map<String, String> ids = Map.of();

    @BeforeAll
    static void bootstrap() throws IOException {
        emulator = Emulator.start(ACCOUNT, folder.resolve("emulator.log"));
        aws = new Aws(emulator.endpoint(), ACCOUNT, REGION);
        project = new DeployedProject(Files.createDirectory(folder.resolve("project")), emulator.endpoint(), REGION);
        project.runsThePlatform();
        project.bootstrap(ACCOUNT, REGION);
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    @Order(1)
    void deploysEveryStackWithEveryResource() {
        cdk("deploy", DEPLOY);

        Stacks stacks = stacks();
        assertThat(aws.stacks())
                .containsAll(stacks.templates().stream().map(stacks::name).toList());
        assertThat(stacks.resources().filter(resource -> stacks.id(resource).isEmpty()))
                .as("resources that are in a template and in no stack")
                .isEmpty();
        System.out.println(TypesPage.table(emulator, stacks.resources()));
        assertThat(stacks.resources().map(Resource::type))
                .as("types that nothing deploys")
                .allMatch(type -> emulator.means(type) != Means.NONE);
        String page = TypesPage.deployed(emulator, stacks.resources());
        if (Boolean.getBoolean("slipway.update")) {
            TypesPage.write(0, page);
        }
        assertThat(TypesPage.part(0)).isEqualTo(page);
        deployed = new Inventory(aws).take();
        ids = stacks.ids();
    }

    @Test
    @Order(2)
    void makesWhatTheTemplatesSay() {
        Questions questions = new Questions(aws, stacks());

        assertThat(stacks().resources().map(Resource::type)).containsAll(questions.types());
        assertThat(questions.differences()).isEmpty();
    }

    @Test
    @Order(3)
    void changesNothingTheSecondTime() {
        String out = cdk("deploy", DEPLOY);

        assertThat(UNCHANGED.matcher(out).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(stacks().templates().stream()
                        .map(template -> template.path())
                        .toList());
        assertThat(new Inventory(aws).take()).isEqualTo(deployed);
        assertThat(stacks().ids()).isEqualTo(ids);
    }

    @Test
    @Order(4)
    void replacesNothingWhereTheModelChanges() {
        project.runs(ChangedOrdering.class);
        cdk("deploy", DEPLOY);

        Stacks stacks = stacks();
        assertThat(stacks.ids()).as("resources that were there before").containsAllEntriesOf(ids);
        assertThat(new Inventory(aws).take()).containsAll(deployed).hasSizeGreaterThan(deployed.size());
        assertThat(stacks.resources())
                .anyMatch(resource -> resource.property("TopicName").text().equals(ChangedOrdering.TOPIC)
                        && !stacks.id(resource).isEmpty());
    }

    @Test
    @Order(5)
    void refusesToDestroyWhatIsProtected() {
        Set<String> before = new Inventory(aws).take();

        Child child = project.attempt("--app=cdk.out", "destroy", "prod/identity", "--exclusively", "--force");

        assertThat(child.out() + child.err()).contains("TerminationProtection");
        assertThat(new Inventory(aws).take()).isEqualTo(before);
    }

    private static String cdk(String command, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(ALL);
        arguments.addAll(options);
        return project.cdk(arguments.toArray(String[]::new));
    }

    private static Stacks stacks() {
        Synthesis synthesis = project.synthesis();
        return new Stacks(aws, "ordering", synthesis, STAGES);
    }
}
