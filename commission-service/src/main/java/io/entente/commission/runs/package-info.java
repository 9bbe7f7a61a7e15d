/** Work that goes through all partners: remembered, resumed where an instance died, and shown with its progress. */
@NullMarked
package io.entente.commission.runs;

import org.jspecify.annotations.NullMarked;
