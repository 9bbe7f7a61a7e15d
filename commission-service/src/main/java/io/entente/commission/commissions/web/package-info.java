/** The REST API of commissions. */
@NullMarked
package io.entente.commission.commissions.web;

import org.jspecify.annotations.NullMarked;
