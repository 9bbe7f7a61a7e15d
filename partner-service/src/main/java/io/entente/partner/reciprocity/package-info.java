/** Reciprocity: which referrals were returned, who owes some until when, and who to refer a client to. */
@NullMarked
package io.entente.partner.reciprocity;

import org.jspecify.annotations.NullMarked;
