/** Agreements in MongoDB. */
@NullMarked
package io.entente.partner.agreements.mongo;

import org.jspecify.annotations.NullMarked;
