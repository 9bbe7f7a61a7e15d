package io.entente.referral.referral.facts;

/**
 * Why something ended or changed.
 *
 * @param code of the program's list of reasons
 * @param text for the partner to read and learn from
 */
public record Reason(String code, String text) {

    /** The code of a reason that the list doesn't name. */
    public static final String OTHER = "OTHER";

    /** In the writer's own words only. */
    public static Reason of(String text) {
        return new Reason(OTHER, text);
    }
}
