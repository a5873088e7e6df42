package dev.slipway.delivery.github;

/**
 * The actions of others that workflows use, and the only place where their versions stand. Each is pinned by commit, as a tag can be
 * moved to other code: those of a popular scanner were, in March 2026 (GHSA-69fq-xp46-6x23). Commits were read from the tags of each
 * repository, 2026-11.
 */
enum Action {
    /** https://github.com/actions/checkout. */
    CHECKOUT("actions/checkout", "3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    /** https://github.com/actions/setup-java. */
    SETUP_JAVA("actions/setup-java", "b6effb05e454b25005698d916606bdc6ffcbf961", "v5.7.0"),
    /** https://github.com/actions/setup-node. */
    SETUP_NODE("actions/setup-node", "820762786026740c76f36085b0efc47a31fe5020", "v7.0.0"),
    /** https://github.com/actions/cache. */
    CACHE("actions/cache", "27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5"),
    /** https://github.com/actions/upload-artifact. */
    UPLOAD_ARTIFACT("actions/upload-artifact", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0"),
    /** https://github.com/aws-actions/configure-aws-credentials. */
    AWS_CREDENTIALS("aws-actions/configure-aws-credentials", "e6de054238d6b7531b4efff3b6587d9aade6a06c", "v6.2.3");

    private final String repository;
    private final String commit;
    private final String version;

    Action(String repository, String commit, String version) {
        this.repository = repository;
        this.commit = commit;
        this.version = version;
    }

    /** {@code actions/checkout@3d3c42e..}. */
    String pinned() {
        return repository + "@" + commit;
    }

    String version() {
        return version;
    }
}
