package io.entente.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The console of the sandbox. It always writes UTF-8, whatever the locale, because names contain all kinds of characters. */
final class Console {

    private final PrintStream out = utf8(FileDescriptor.out);
    private final PrintStream err = utf8(FileDescriptor.err);

    void print(String text) {
        out.println(text);
    }

    /** Writes one line to standard error. */
    void error(String line) {
        err.println(line);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
