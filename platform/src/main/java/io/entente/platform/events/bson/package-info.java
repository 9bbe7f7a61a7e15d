/** A fast BSON encoder for documents that are written often and in bulk. */
@NullMarked
package io.entente.platform.events.bson;

import org.jspecify.annotations.NullMarked;
