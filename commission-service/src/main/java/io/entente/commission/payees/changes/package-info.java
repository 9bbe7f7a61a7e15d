/** Changes of payment details: asked for by one person, decided by another, kept as a history. */
@NullMarked
package io.entente.commission.payees.changes;

import org.jspecify.annotations.NullMarked;
