/** Planted: a module that is used. */
@NullMarked
package io.braid.rules.planted.beta;

import org.jspecify.annotations.NullMarked;
