/** The forecast over HTTP. */
@NullMarked
package io.entente.commission.forecast.web;

import org.jspecify.annotations.NullMarked;
