/** How the firm kept its promises to one partner. */
@NullMarked
package io.entente.referral.sla.promises;

import org.jspecify.annotations.NullMarked;
