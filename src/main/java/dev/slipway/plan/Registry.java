package dev.slipway.plan;

import dev.slipway.platform.Service;

/** Where the images that a platform builds are pushed to and pulled from. */
public interface Registry extends Planned {
    /** The repository of a service's images, with its registry and without tag: {@code ghcr.io/acme/order}. */
    String repository(Service service, Place place);

    /** Whether an image in it can be named by its digest; otherwise only by its tag. */
    default boolean knowsDigests() {
        return true;
    }

    @Override
    default Class<?> kind() {
        return Registry.class;
    }
}
