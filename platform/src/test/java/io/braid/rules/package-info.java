/**
 * The rules of the house as tests: who may use whom, what text and which names are allowed, what documents must say.
 */
@NullMarked
package io.braid.rules;

import org.jspecify.annotations.NullMarked;
