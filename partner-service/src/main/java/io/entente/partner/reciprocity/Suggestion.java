package io.entente.partner.reciprocity;

import java.util.List;

/**
 * A partner to whom the firm could refer a client.
 *
 * @param points the sum of those of the reasons
 */
public record Suggestion(String partnerId, String name, int points, List<Reason> reasons) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    /** What speaks for a partner. */
    public enum Code {
        SERVICE,
        TERRITORY,
        INDUSTRY,
        LANGUAGE,
        OWED,
        OVERDUE,
        RESPONSIVENESS,
        SATISFACTION
    }

    /**
     * Why a partner is suggested.
     *
     * @param text for people
     */
    public record Reason(Code code, int points, String text) {}
}
