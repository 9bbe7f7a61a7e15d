package io.entente.referral.program;

import java.util.Optional;

/** Where the versions of one list are kept. */
public interface Editions<T> {

    /** The version in force, as of a second ago at most: another instance may have written a newer one. */
    Edition<T> inForce();

    /** The newest version, from the store. */
    Edition<T> latest();

    Optional<Edition<T>> find(long version);

    /** Adds a version; false where there is one of its number, which somebody else was first to write. */
    boolean add(Edition<T> next);
}
