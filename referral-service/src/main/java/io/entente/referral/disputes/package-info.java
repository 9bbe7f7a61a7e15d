/** The dispute file: everything on a client between partners, for somebody who has to judge it. */
@NullMarked
package io.entente.referral.disputes;

import org.jspecify.annotations.NullMarked;
