package io.entente.commission.commissions;

/**
 * Why a commission is kept back.
 *
 * @param reason put so that the partner may read it
 */
public record Hold(Kind kind, String reason) {

    /** Who can lift it. */
    public enum Kind {
        /** The country of the client asks for disclosure and consent first; having them on record lifts it. */
        COMPLIANCE,
        /** Somebody in finance; somebody in finance lifts it. */
        FINANCE
    }
}
