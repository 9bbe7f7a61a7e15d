/**
 * The store behind {@link io.entente.servers.StoreServer}: the commands of mongo-java-server over the ordered maps of an H2
 * MVStore. It replaces that project's own backends because services expect more of a document store: a reader never sees half
 * an update, an acknowledged write survives a kill, and a query or an update reads only what an index finds for it.
 */
@NullMarked
package io.entente.servers.store;

import org.jspecify.annotations.NullMarked;
