/** Reads ISO 20022 reports of banks, in all their versions. */
@NullMarked
package io.entente.commission.bankreports.iso20022;

import org.jspecify.annotations.NullMarked;
