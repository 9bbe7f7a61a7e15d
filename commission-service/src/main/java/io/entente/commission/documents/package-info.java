/** The format of ids and amounts in this service's documents; for adapters only. */
@NullMarked
package io.entente.commission.documents;

import org.jspecify.annotations.NullMarked;
