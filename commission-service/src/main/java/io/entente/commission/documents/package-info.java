/** How this service's documents are keyed and hold amounts; for adapters only. */
@NullMarked
package io.entente.commission.documents;

import org.jspecify.annotations.NullMarked;
