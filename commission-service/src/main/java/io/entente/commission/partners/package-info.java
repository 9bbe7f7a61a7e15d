/** What this service knows of partners: only what decides which plan prices their deals. */
@NullMarked
package io.entente.commission.partners;

import org.jspecify.annotations.NullMarked;
