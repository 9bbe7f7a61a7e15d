/** Work that a service repeats at an interval, on one small pool of threads. */
@NullMarked
package io.entente.platform.runtime.schedule;

import org.jspecify.annotations.NullMarked;
