/** The rule for dates that somebody enters. */
@NullMarked
package io.entente.platform.domain.dates;

import org.jspecify.annotations.NullMarked;
