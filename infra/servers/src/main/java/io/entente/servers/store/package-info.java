/**
 * The store behind {@link io.entente.servers.StoreServer}: the commands of mongo-java-server over the ordered maps of an H2
 * MVStore. Written anew where that project's own backends hold less than services may expect of a document store: a reader
 * never sees half an update, an acknowledged write survives a kill, and an update by {@code _id} and a further condition
 * doesn't scan.
 */
@NullMarked
package io.entente.servers.store;

import org.jspecify.annotations.NullMarked;
