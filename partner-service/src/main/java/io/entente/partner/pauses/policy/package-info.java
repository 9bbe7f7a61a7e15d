/** When a partner is paused: policy in versions. */
@NullMarked
package io.entente.partner.pauses.policy;

import org.jspecify.annotations.NullMarked;
