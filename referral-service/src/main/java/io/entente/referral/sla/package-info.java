/**
 * The clocks on the program's promises: by when an answer, a meeting, the next update is due, who is reminded, and who hears
 * when it is late. Plain Java; a referral embeds its clocks.
 */
@NullMarked
package io.entente.referral.sla;

import org.jspecify.annotations.NullMarked;
