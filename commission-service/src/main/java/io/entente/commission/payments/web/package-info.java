/** The REST interface of payments and refunds. */
@NullMarked
package io.entente.commission.payments.web;

import org.jspecify.annotations.NullMarked;
