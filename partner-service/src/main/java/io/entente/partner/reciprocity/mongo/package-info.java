/** Stores balances of referrals. */
@NullMarked
package io.entente.partner.reciprocity.mongo;

import org.jspecify.annotations.NullMarked;
