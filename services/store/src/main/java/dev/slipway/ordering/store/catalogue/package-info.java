/** Products, as operators change them and everybody reads them. */
@NullMarked
package dev.slipway.ordering.store.catalogue;

import org.jspecify.annotations.NullMarked;
