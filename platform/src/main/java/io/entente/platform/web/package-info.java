/** The REST conventions every service follows: problem documents, pages, idempotency keys, preconditions. */
@NullMarked
package io.entente.platform.web;

import org.jspecify.annotations.NullMarked;
