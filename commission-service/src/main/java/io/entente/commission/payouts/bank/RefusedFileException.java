package io.entente.commission.payouts.bank;

import java.util.List;

/** A payment file breaks rules of the EPC, so it isn't handed out. The reason names the rules. */
public final class RefusedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedFileException(List<String> violations) {
        this("The payment file breaks rules that banks apply: " + String.join(" ", violations));
    }

    private RefusedFileException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
