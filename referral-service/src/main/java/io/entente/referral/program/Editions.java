package io.entente.referral.program;

import java.util.Optional;

/** Stores the versions of one list. */
public interface Editions<T> {

    /** The version in force, as of at most one second ago, because another instance can have written a newer one. */
    Edition<T> inForce();

    /** The newest version, read from the store. */
    Edition<T> latest();

    Optional<Edition<T>> find(long version);

    /** Adds a version. Returns false if its number is taken because somebody else was first to write it. */
    boolean add(Edition<T> next);
}
