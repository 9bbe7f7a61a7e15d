/** Whether a partnership fits: computed and explained, scored by criteria, with red flags and references. */
@NullMarked
package io.entente.partner.qualification;

import org.jspecify.annotations.NullMarked;
