/** Reviews of tiers: what is proposed with which figures, and what a person decides. */
@NullMarked
package io.entente.partner.tiers.review;

import org.jspecify.annotations.NullMarked;
