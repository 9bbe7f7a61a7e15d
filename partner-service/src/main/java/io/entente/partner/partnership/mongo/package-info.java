/** Partners in MongoDB. */
@NullMarked
package io.entente.partner.partnership.mongo;

import org.jspecify.annotations.NullMarked;
