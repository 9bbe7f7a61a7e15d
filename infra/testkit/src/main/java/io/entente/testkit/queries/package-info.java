/** Records which queries a service sends to its store and checks that an index serves each of them. */
@NullMarked
package io.entente.testkit.queries;

import org.jspecify.annotations.NullMarked;
