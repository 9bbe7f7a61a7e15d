/** CSV that finance can open in a spreadsheet without harm. */
@NullMarked
package io.entente.commission.csv;

import org.jspecify.annotations.NullMarked;
