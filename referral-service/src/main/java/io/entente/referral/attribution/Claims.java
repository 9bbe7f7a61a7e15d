package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;
import java.util.List;

/** Who has which client. */
public interface Claims {

    /**
     * Puts a claim on record, and where its client's key is free, in force. Of any number that come at the same time, one gets
     * the key; and of two claims on similar clients at least one then sees the other with {@link #near}. An introduction that
     * holds the key already keeps it, as it took it then: see {@link #renew}.
     *
     * @return the claim that holds the key
     */
    Claim take(Claim claim);

    /**
     * Holds a key from a later time on. Whoever has read the claim as it was, and takes it for a dead writer's, then can't
     * {@link #forget} it.
     *
     * @param held as it was read
     * @return false where it isn't held like that any more
     */
    boolean renew(Claim held, Instant now);

    /** Takes a claim off the record that turned out to be void, unless it was taken again, or renewed, since it was read. */
    void forget(Claim read);

    /** Claims on clients of a similar name, this one's among them; at most a few hundred, the nearest ones. */
    List<Claim> near(Claim claim);

    /** Hands a key from the introduction that holds it to another of the same client; nothing where another holds it. */
    void transfer(Introduction from, Claim to);

    /** Takes an introduction's claim off the record, and frees the key where it holds it. */
    void release(Introduction introduction);
}
