/** Payees over HTTP. */
@NullMarked
package io.entente.commission.payees.web;

import org.jspecify.annotations.NullMarked;
