/** What agreements say. */
@NullMarked
package io.entente.partner.agreements.terms;

import org.jspecify.annotations.NullMarked;
