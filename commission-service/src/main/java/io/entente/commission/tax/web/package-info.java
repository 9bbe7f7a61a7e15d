/** Tax summaries over HTTP. */
@NullMarked
package io.entente.commission.tax.web;

import org.jspecify.annotations.NullMarked;
