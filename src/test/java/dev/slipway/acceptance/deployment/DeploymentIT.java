package dev.slipway.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Child;
import dev.slipway.acceptance.deployment.Emulator.Means;
import dev.slipway.review.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    /** What there was before anything was deployed. */
    private static Set<String> empty = Set.of();
    /** What a removed service left on purpose. */
    private static Set<String> left = Set.of();

    @BeforeAll
    static void bootstrap() throws IOException {
        emulator = Emulator.start(ACCOUNT, folder.resolve("emulator.log"));
        aws = new Aws(emulator.endpoint(), ACCOUNT, REGION);
        project = new DeployedProject(Files.createDirectory(folder.resolve("project")), emulator.endpoint(), REGION);
        project.runsThePlatform();
        project.bootstrap(ACCOUNT, REGION);
        empty = new Inventory(aws).take();
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
    void changesInPlaceWhereTheModelGrows() {
        project.runs(ChangedOrdering.class);
        cdk("deploy", DEPLOY);

        Stacks stacks = stacks();
        assertThat(stacks.ids()).as("resources that were there before").containsAllEntriesOf(ids);
        assertThat(new Inventory(aws).take())
                .containsAll(deployed)
                .contains(
                        "AWS::ECR::Repository ordering/" + ChangedOrdering.SERVICE,
                        "AWS::IAM::Role ordering.prod." + ChangedOrdering.SERVICE,
                        "AWS::IAM::Role ordering.dev." + ChangedOrdering.SERVICE,
                        "AWS::ElastiCache::User ordering-prod-" + ChangedOrdering.SERVICE);
        assertThat(new Grown(aws).production())
                .containsExactly(
                        ChangedOrdering.INSTANCE_CLASS,
                        String.valueOf(ChangedOrdering.DATABASE_STORAGE),
                        ChangedOrdering.NODE_TYPE,
                        String.valueOf(ChangedOrdering.BROKER_STORAGE),
                        String.valueOf(ChangedOrdering.PARTITIONS));
        assertThat(new Questions(aws, stacks).differences()).isEmpty();
    }

    @Test
    @Order(5)
    void takesAwayWhatARemovedServiceHadExceptItsData() {
        Stacks before = stacks();
        Set<String> there = new Inventory(aws).take();
        project.runs(ChangedOrdering.WithoutTheService.class);
        cdk("deploy", DEPLOY);

        Stacks stacks = stacks();
        List<Resource> gone = before.resources()
                .filter(resource -> !stacks.ids().containsKey(Stacks.key(resource)))
                .toList();
        left = before.lines(gone.stream().filter(KeptPage::isKept));
        assertThat(left)
                .contains("AWS::ECR::Repository ordering/" + ChangedOrdering.SERVICE)
                .anyMatch(line -> line.startsWith("AWS::MSK::Topic") && line.endsWith("/" + ChangedOrdering.TOPIC))
                .anyMatch(line -> line.startsWith("AWS::SecretsManager::Secret")
                        && line.contains("ordering/prod/" + ChangedOrdering.SERVICE));
        assertThat(new Inventory(aws).take())
                .containsExactlyInAnyOrderElementsOf(
                        without(there, before.lines(gone.stream().filter(resource -> !KeptPage.isKept(resource)))))
                .containsAll(left);
        assertThat(new Questions(aws, stacks).differences()).isEmpty();
    }

    @Test
    @Order(6)
    void refusesToDestroyWhatIsProtected() {
        Set<String> before = new Inventory(aws).take();

        Child child = project.attempt("--app=cdk.out", "destroy", "prod/identity", "--exclusively", "--force");

        assertThat(child.out() + child.err()).contains("TerminationProtection");
        assertThat(new Inventory(aws).take()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void leavesNothingOfAnEnvironmentThatTheScriptTries() {
        Stacks dev = stacks("dev");
        Set<String> before = new Inventory(aws).take();
        Set<String> ofDev = dev.lines(dev.resources());
        assertThat(before).containsAll(ofDev);
        Set<String> besides = new Inventory(aws).madeBesides(ofDev);
        assertThat(besides).hasSize(3);

        String out = project.script("dev", ACCOUNT);

        assertThat(out).contains("[dev] first deployment", "[dev] second deployment", "[dev] destroyed");
        assertThat(new Inventory(aws).take())
                .containsExactlyInAnyOrderElementsOf(without(without(before, ofDev), besides));
        assertThat(aws.stacks()).isNotEmpty().noneMatch(stack -> stack.startsWith("ordering-dev-"));
    }

    @Test
    @Order(8)
    void leavesOfProductionWhatIsKeptOnPurposeAndNothingElse() {
        Stacks stacks = stacks("shared", "prod");
        List<Resource> kept = stacks.resources().filter(KeptPage::isKept).toList();
        assertThat(KeptPage.rows())
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(kept.stream().map(KeptPage::line).toList()));
        Set<String> expected = stacks.lines(kept.stream());
        assertThat(expected).hasSize(kept.size()).hasSizeGreaterThan(50);
        expected.addAll(new Inventory(aws).madeBesides(expected));
        expected.addAll(empty);
        expected.addAll(left);
        stacks.templates().forEach(template -> aws.unprotect(stacks.name(template)));

        project.cdk("--app=cdk.out", "destroy", "prod/*", "shared/*", "--force", "--concurrency=4");

        assertThat(new Inventory(aws).take()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(aws.stacks()).containsExactly("CDKToolkit");
    }

    /** As AWS does; the emulator had to be taught it, so that the tests before this one can fail. */
    @Test
    @Order(9)
    void endsInFailureWhereSomethingKeptIsBuiltOnWhatGoes() {
        String template = """
                {"Resources": {
                  "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.9.0.0/16"}},
                  "Subnet": {"Type": "AWS::EC2::Subnet", "DeletionPolicy": "Retain",
                    "Properties": {"CidrBlock": "10.9.0.0/24", "VpcId": {"Ref": "Vpc"}}}}}
                """;
        aws.cloudFormation.createStack(request -> request.stackName("built").templateBody(template));

        assertThatThrownBy(() -> aws.cloudFormation.deleteStack(request -> request.stackName("built")))
                .hasMessageContaining("DELETE_FAILED")
                .hasMessageContaining("AWS::EC2::VPC Vpc")
                .hasMessageContaining("is in use by AWS::EC2::Subnet");
        assertThat(aws.stacks()).contains("built");
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String cdk(String command, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(ALL);
        arguments.addAll(options);
        return project.cdk(arguments.toArray(String[]::new));
    }

    private static Stacks stacks() {
        return stacks(STAGES.toArray(String[]::new));
    }

    private static Stacks stacks(String... stages) {
        return new Stacks(aws, "ordering", project.synthesis(), List.of(stages));
    }
}
