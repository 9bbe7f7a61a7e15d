/** Erasures in MongoDB. */
@NullMarked
package io.entente.platform.erasures.mongo;

import org.jspecify.annotations.NullMarked;
