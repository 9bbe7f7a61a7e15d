/** Problem documents for errors that happen outside a handler: in the container, in a filter, or in an upload. */
@NullMarked
package io.entente.platform.web.errors;

import org.jspecify.annotations.NullMarked;
