/** Refuses query parameters that nobody reads. */
@NullMarked
package io.entente.platform.web.parameters;

import org.jspecify.annotations.NullMarked;
