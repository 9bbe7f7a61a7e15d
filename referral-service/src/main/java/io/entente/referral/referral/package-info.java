/** The referral: its states, its commands, its events, and the ports through which it is stored. */
@NullMarked
package io.entente.referral.referral;

import org.jspecify.annotations.NullMarked;
