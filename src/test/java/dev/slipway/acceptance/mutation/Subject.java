package dev.slipway.acceptance.mutation;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import java.util.List;

/** A resource or an object of a part, which can be put back changed. */
sealed interface Subject {
    /** {@code AWS::MSK::Topic} or {@code Deployment}. */
    String kind();

    Tree tree();

    /** Whether anything is found once others stand in its place. */
    boolean finds(List<Tree> others);

    /** A resource of a template. What CDK writes about it for itself is no part of it. */
    record OfTemplate(Part part, Resource resource) implements Subject {
        @Override
        public String kind() {
            return resource.type();
        }

        @Override
        public Tree tree() {
            return Plain.without(resource.tree(), List.of("Metadata"));
        }

        @Override
        public boolean finds(List<Tree> others) {
            return part.finds(part.with(resource, others), resource.template().path());
        }
    }

    /** A Kubernetes object. */
    record OfCluster(Part part, Manifest object) implements Subject {
        @Override
        public String kind() {
            return object.kind();
        }

        @Override
        public Tree tree() {
            return object.tree();
        }

        @Override
        public boolean finds(List<Tree> others) {
            return others.stream().anyMatch(other -> Part.schema(part.environment(), other)
                            .isPresent())
                    || part.finds(part.with(object, others));
        }
    }
}
