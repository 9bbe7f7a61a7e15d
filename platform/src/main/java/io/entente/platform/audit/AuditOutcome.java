package io.entente.platform.audit;

/** How an attempt ended. */
public enum AuditOutcome {
    /** The request was carried out, or the first answer to it was repeated. */
    DONE,
    /** The request was refused; nothing has changed. */
    REFUSED,
    /** The service failed or wasn't available. The command may have taken effect. */
    FAILED,
    /** The service was killed before it answered. The command may have taken effect. */
    UNKNOWN;

    private static final int REFUSED_FROM = 400;
    private static final int FAILED_FROM = 500;

    /** The outcome that an HTTP status stands for. */
    public static AuditOutcome of(int status) {
        if (status >= FAILED_FROM) {
            return FAILED;
        }
        return status >= REFUSED_FROM ? REFUSED : DONE;
    }
}
