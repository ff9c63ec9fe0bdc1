@NullMarked
package io.braid.carriage;

import org.jspecify.annotations.NullMarked;
