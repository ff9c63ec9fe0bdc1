@NullMarked
package io.braid.vendor;

import org.jspecify.annotations.NullMarked;
