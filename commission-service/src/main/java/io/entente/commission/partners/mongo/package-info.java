/** Stores partner profiles in MongoDB. */
@NullMarked
package io.entente.commission.partners.mongo;

import org.jspecify.annotations.NullMarked;
