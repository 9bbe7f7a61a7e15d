/**
 * The clocks on the program's promises: by when a response, a meeting or the next update is due, who is reminded, and who is
 * informed if it is late. This package is plain Java; a referral embeds its clocks.
 */
@NullMarked
package io.entente.referral.sla;

import org.jspecify.annotations.NullMarked;
