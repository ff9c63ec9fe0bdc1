@NullMarked
package io.braid.invoice;

import org.jspecify.annotations.NullMarked;
