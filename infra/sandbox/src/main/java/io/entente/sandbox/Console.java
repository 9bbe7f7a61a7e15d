package io.entente.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the sandbox talks to who started it. In UTF-8 also where the locale is a poorer one: partners have names. */
final class Console {

    private final PrintStream out = utf8(FileDescriptor.out);
    private final PrintStream err = utf8(FileDescriptor.err);

    void say(String text) {
        out.println(text);
    }

    /** One line that says why not. */
    void complain(String line) {
        err.println(line);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
