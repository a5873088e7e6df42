package dev.slipway.cli.project;

import java.io.Console;

/** Whether somebody looks on. */
public final class Terminal {
    private Terminal() {}

    /** Whether standard input and output are a terminal's. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on it is asked, too
    public static boolean isThere() {
        Console console = System.console();
        return console != null && isInteractive(console);
    }

    /** Until JDK 22 there is a console only where there is a terminal. */
    private static boolean isInteractive(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
