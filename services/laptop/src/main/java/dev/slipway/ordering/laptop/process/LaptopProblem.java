package dev.slipway.ordering.laptop.process;

/** Something that the user can put right: said in one sentence, without a stack trace. */
public final class LaptopProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaptopProblem(String message) {
        super(message);
    }

    public LaptopProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
