/** The edges of a service: how many requests a client may send, how long a body may take, and which headers protect browsers. */
@NullMarked
package io.entente.platform.web.limits;

import org.jspecify.annotations.NullMarked;
