package io.entente.referral.referral.facts;

/**
 * The reason why something ended or changed.
 *
 * @param code from the program's list of reasons
 * @param text for the partner to read and learn from
 */
public record Reason(String code, String text) {

    /** The code for a reason that isn't on the list. */
    public static final String OTHER = "OTHER";

    /** Creates a reason that only has the words of its author. */
    public static Reason of(String text) {
        return new Reason(OTHER, text);
    }
}
