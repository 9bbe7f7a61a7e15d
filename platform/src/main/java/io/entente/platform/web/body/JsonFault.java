package io.entente.platform.web.body;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says what is wrong with a text that isn't JSON, for the person who sent it. */
public final class JsonFault {

    /** What the parser says about itself and its settings. */
    private static final String ABOUT_THE_PARSER = " ?\\(start marker at \\[.*]\\)| ?\\[Source: .*]";

    private JsonFault() {}

    /** Returns a message such as {@code must be JSON: Unexpected end-of-input … (line 3, column 17)}. */
    public static String text(JacksonException fault) {
        String said =
                fault.getOriginalMessage().replaceAll(ABOUT_THE_PARSER, "").strip();
        TokenStreamLocation at = fault.getLocation();
        return at == null || at.getLineNr() < 1
                ? "must be JSON: " + said
                : "must be JSON: %s (line %d, column %d)".formatted(said, at.getLineNr(), at.getColumnNr());
    }
}
