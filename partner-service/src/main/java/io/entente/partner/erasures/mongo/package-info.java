/** Erasures in MongoDB. */
@NullMarked
package io.entente.partner.erasures.mongo;

import org.jspecify.annotations.NullMarked;
