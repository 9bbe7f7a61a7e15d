/** Invoices and tax profiles over HTTP. */
@NullMarked
package io.entente.commission.invoices.web;

import org.jspecify.annotations.NullMarked;
