package io.entente.commission.payouts.bank;

import java.util.List;

/** A payment file breaks rules of the EPC, so it isn't handed out. The message names the rules. */
public final class RefusedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedFileException(List<String> violations) {
        super("The payment file breaks rules that banks apply: " + String.join(" ", violations));
    }
}
