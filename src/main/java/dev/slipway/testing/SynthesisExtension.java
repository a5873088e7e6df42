package dev.slipway.testing;

import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Renders a platform once in a run of tests, and hands it to those that ask. */
final class SynthesisExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace RUN = Namespace.create(SynthesisExtension.class);

    /** A platform that cannot be rendered fails each class once, not each of its tests. */
    @Override
    public void beforeAll(ExtensionContext context) {
        rendition(context).synthesis();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Synthesis.class || type == Plan.class || type == SynthesizedEnvironment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Rendition rendition = rendition(context);
        if (type == Plan.class) {
            return rendition.plan();
        }
        return type == Synthesis.class ? rendition.synthesis() : environment(parameter, rendition.synthesis());
    }

    private static SynthesizedEnvironment environment(ParameterContext parameter, Synthesis synthesis) {
        String name = parameter
                .findAnnotation(InEnvironment.class)
                .map(InEnvironment::value)
                .orElseThrow(() -> new ParameterResolutionException(
                        "The parameter (%s) must say of which environment. Fix: annotate it, @InEnvironment(\"%s\")."
                                .formatted(
                                        parameter.getParameter().getName(),
                                        synthesis.environments().stream()
                                                .findFirst()
                                                .orElse("prod"))));
        try {
            return synthesis.environment(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Rendition rendition(ExtensionContext context) {
        Request request = Request.of(wanted(context.getRequiredTestClass()));
        return context.getRoot().getStore(RUN).getOrComputeIfAbsent(request, Request::render, Rendition.class);
    }

    /** That of the class itself, or of the nearest class around it. */
    private static SynthesizedBy wanted(Class<?> test) {
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            Optional<SynthesizedBy> found = AnnotationSupport.findAnnotation(type, SynthesizedBy.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ExtensionConfigurationException(
                "The class (%s) must say what is rendered. Fix: annotate it with @SynthesizedBy(YourPlatform.class)."
                        .formatted(test.getName()));
    }
}
