@NullMarked
package io.entente.testkit.queries;

import org.jspecify.annotations.NullMarked;
