package dev.slipway.cli.project;

import dev.slipway.Slipway;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.program.Program;
import dev.slipway.review.Synthesis;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A project on this machine: a program that declares a platform, and the files beside it. Everything is made when it is
 * first asked for, and once.
 *
 * <pre>{@code
 * Project project = new Project(Path.of(""), "com.acme.shop.ShopPlatform", Progress.SILENT);
 * project.synthesis().manifests("dev")
 * }</pre>
 */
public final class Project {
    private final Path folder;
    private final String main;
    private final Progress progress;
    private @Nullable Platform platform;
    private @Nullable Plan plan;
    private @Nullable Synthesis synthesis;

    /**
     * The project of a folder.
     *
     * @param folder where local files are read: account, region, digests of images
     * @param main the class whose {@code main} synthesizes the platform
     * @param progress told what takes its time
     */
    public Project(Path folder, String main, Progress progress) {
        this.folder = folder.toAbsolutePath().normalize();
        this.main = main;
        this.progress = progress;
    }

    public Path folder() {
        return folder;
    }

    /** The platform, declared. What its program prints goes to standard error, as the other is for what a command says. */
    public Platform platform() {
        if (platform == null) {
            platform = progress.during("running " + main, () -> printingToStandardError(Program.named(main)));
        }
        return Objects.requireNonNull(platform);
    }

    private static Platform printingToStandardError(Program program) {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            return program.platform();
        } finally {
            System.setOut(out);
        }
    }

    /** What is decided about the platform, with all problems, those of its local files among them. */
    public Plan plan() {
        if (plan == null) {
            plan = Slipway.plan(platform(), folder);
        }
        return Objects.requireNonNull(plan);
    }

    /**
     * Both planes, freshly rendered and nowhere written.
     *
     * @throws InvalidPlatformException where the platform has an error
     */
    public Synthesis synthesis() {
        if (synthesis == null) {
            Plan sound = plan().verify();
            synthesis = progress.during("rendering " + sound.platform().name(), () -> Slipway.render(sound));
        }
        return Objects.requireNonNull(synthesis);
    }

    /**
     * The plan of one environment.
     *
     * @throws UnknownNameException where there is none of that name
     * @throws InvalidPlatformException where the platform has an error
     */
    public EnvironmentPlan environment(String name) {
        List<String> names =
                platform().environments().stream().map(Environment::name).toList();
        UnknownNameException.unlessKnown("environment", name, names);
        return plan().verify().environments().stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A service as it is declared.
     *
     * @throws UnknownNameException where there is none of that name
     */
    public Service service(String name) {
        List<Service> services = platform().services();
        UnknownNameException.unlessKnown(
                "service", name, services.stream().map(Service::name).toList());
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
