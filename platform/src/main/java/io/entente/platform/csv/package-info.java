/** CSV files that spreadsheets open without harm. */
@NullMarked
package io.entente.platform.csv;

import org.jspecify.annotations.NullMarked;
