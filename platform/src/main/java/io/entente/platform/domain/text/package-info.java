/** The parts of the rule for text that somebody enters. */
@NullMarked
package io.entente.platform.domain.text;

import org.jspecify.annotations.NullMarked;
