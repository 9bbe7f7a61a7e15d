/** Stores scorecards. */
@NullMarked
package io.entente.partner.scorecards.mongo;

import org.jspecify.annotations.NullMarked;
