package dev.slipway;

import dev.slipway.plan.Inputs;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is read from files beside the model, and what is wrong with them. In place of what is wrong stands what would hold
 * without it, so that the model's own problems are found all the same.
 */
record LocalFiles(Inputs inputs, List<Problem> problems) {
    LocalFiles {
        problems = List.copyOf(problems);
    }

    static LocalFiles in(Path folder, Platform platform) {
        List<Problem> problems = new ArrayList<>();
        Target target = new LocalProperties(folder.resolve(LocalProperties.FILE)).read(problems);
        Map<String, String> digests = new ImagesLock(folder.resolve(ImagesLock.FILE), platform).read(problems);
        return new LocalFiles(new Inputs(target, digests), problems);
    }
}
