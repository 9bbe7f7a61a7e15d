package io.entente.referral.attribution;

import java.util.List;

/** Who has which client. */
public interface Claims {

    /**
     * Puts a claim on record, and where its client's key is free, in force. Of any number that come at the same time, one gets
     * the key; and of two claims on similar clients at least one then sees the other with {@link #near}. The same claim again
     * changes nothing.
     *
     * @return the claim that holds the key
     */
    Claim take(Claim claim);

    /** Claims on clients of a similar name, this one's among them; at most a few hundred, the nearest ones. */
    List<Claim> near(Claim claim);

    /** Hands a key from the introduction that holds it to another of the same client; nothing where another holds it. */
    void transfer(Introduction from, Claim to);

    /** Takes an introduction's claim off the record, and frees the key where it holds it. */
    void release(Introduction introduction);
}
