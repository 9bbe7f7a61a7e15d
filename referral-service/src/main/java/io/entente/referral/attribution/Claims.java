package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The claims on clients. */
public interface Claims {

    /**
     * Records a claim, and takes its client's key if the key is free. If several claims arrive at the same time, one of them
     * gets the key. Of two claims on similar clients at least one then sees the other with {@link #near}. An introduction that
     * holds the key already keeps its earlier claim; see {@link #renew}.
     *
     * @return the claim that holds the key
     */
    Claim take(Claim claim);

    /**
     * Moves the time of a claim. Whoever has read the earlier claim and takes its writer for dead can then no longer
     * {@link #forget} it.
     *
     * @param held the claim as it was read
     * @return false if the claim has changed since it was read
     */
    boolean renew(Claim held, Instant now);

    /** Removes a claim that turned out to be void, unless it was taken again or renewed since it was read. */
    void forget(Claim read);

    /**
     * The claims on clients with a similar name, this claim included. At most a few hundred, the most similar ones. Some of
     * them may not hold their key; see {@link #holding}.
     */
    List<Claim> near(Claim claim);

    /**
     * The claims around a client.
     *
     * @param holder the one that holds its key; null if nobody does
     * @param similar those on clients with a similar name, as {@link #near} finds them
     */
    record Around(@Nullable Claim holder, List<Claim> similar) {

        public Around {
            similar = List.copyOf(similar);
        }
    }

    /** Finds the claim that holds a client's key together with those on clients with a similar name. */
    Around around(Claim claim);

    /** The claims that hold these keys. */
    List<Claim> holding(Collection<ClientKey> keys);

    /**
     * Gives an introduction the place of another one ({@link Claim#place}), and its key if the clients have the same key. Does
     * nothing if the other one does not hold its key.
     *
     * @param to the claim of the introduction that gets the place
     */
    void handOver(Introduction from, Claim to);

    /**
     * Does the same if the other claim is still as it was read. If both clients have the same key, the earlier place of the two
     * claims counts.
     *
     * @return false if it was renewed or given away meanwhile
     */
    boolean handOver(Claim read, Claim to);

    /**
     * Gives a claim an earlier place.
     *
     * @return false if it doesn't hold its key, or was renewed since it was read
     */
    boolean moveUp(Claim read, Claim.Place place);

    /** Removes an introduction's claim, and frees the key if the introduction holds it. */
    void release(Introduction introduction);
}
