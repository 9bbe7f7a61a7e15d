/** Work that processes all partners: remembered, resumed if an instance dies, and shown with its progress. */
@NullMarked
package io.entente.commission.runs;

import org.jspecify.annotations.NullMarked;
