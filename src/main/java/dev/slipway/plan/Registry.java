package dev.slipway.plan;

import dev.slipway.platform.Service;

/** Where the images that a platform builds are pushed to and pulled from. */
public interface Registry extends Planned {
    /** The repository of a service's images, with its registry and without tag: {@code ghcr.io/acme/order}. */
    String repository(Service service, Place place);

    @Override
    default Class<?> kind() {
        return Registry.class;
    }
}
