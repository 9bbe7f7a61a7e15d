@NullMarked
package io.entente.testkit.planted.gamma.web;

import org.jspecify.annotations.NullMarked;
