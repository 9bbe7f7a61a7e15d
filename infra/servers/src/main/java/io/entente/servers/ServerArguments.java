package io.entente.servers;

import java.util.List;
import java.util.Optional;

/** The command line of a server: {@code --name value} pairs. */
record ServerArguments(List<String> arguments) {

    Optional<String> value(String name) {
        int position = arguments.indexOf("--" + name);
        return position >= 0 && position + 1 < arguments.size()
                ? Optional.of(arguments.get(position + 1))
                : Optional.empty();
    }

    /** The port; 0, which means any free port, if none is given. */
    int port() {
        return Integer.parseInt(value("port").orElse("0"));
    }

    String required(String name) {
        return value(name)
                .orElseThrow(() -> new IllegalArgumentException("The argument --" + name + " <value> is missing"));
    }
}
