package dev.slipway.platform;

/** A need as a user would add one. */
@Declares
record Queue(String name, Origin origin) implements Need {
    static Queue queue(String name) {
        return new Queue(name, Origin.here());
    }

    @Override
    public String describe() {
        return "queue " + name;
    }
}
