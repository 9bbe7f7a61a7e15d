/** Changes of tax profiles: asked for by one person, decided by another, kept as versions. */
@NullMarked
package io.entente.commission.invoices.vat.changes;

import org.jspecify.annotations.NullMarked;
