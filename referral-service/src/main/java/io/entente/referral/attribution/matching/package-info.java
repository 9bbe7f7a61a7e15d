/** Tells clients apart and scores how alike two of them are. */
@NullMarked
package io.entente.referral.attribution.matching;

import org.jspecify.annotations.NullMarked;
