package io.entente.commission.statements.web;

import io.entente.commission.statements.Quarter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import java.util.List;

/** Reads quarters from requests. */
final class Quarters {

    private Quarters() {}

    static Quarter read(String text) {
        return Quarter.parse(text)
                .orElseThrow(() -> InvalidInputException.malformed(
                        List.of(new FieldError("quarter", "must be a quarter, such as 2026-Q2"))));
    }
}
