/** Reads CSV files row by row, and writes rejected rows as CSV. */
@NullMarked
package io.entente.referral.intake.csv;

import org.jspecify.annotations.NullMarked;
