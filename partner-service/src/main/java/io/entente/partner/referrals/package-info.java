/** The referrals from and to partners, as far as their events tell: which are open, and who takes care of them. */
@NullMarked
package io.entente.partner.referrals;

import org.jspecify.annotations.NullMarked;
