/** What looks at clocks by itself: the sweep, and the metrics on it. */
@NullMarked
package io.entente.referral.sla.worker;

import org.jspecify.annotations.NullMarked;
