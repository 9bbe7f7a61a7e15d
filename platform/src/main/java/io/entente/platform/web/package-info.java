/** The REST conventions of all services: problem documents, pages, idempotency keys, preconditions, access to the API description. */
@NullMarked
package io.entente.platform.web;

import org.jspecify.annotations.NullMarked;
