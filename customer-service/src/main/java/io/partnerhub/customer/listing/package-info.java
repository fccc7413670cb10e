/**
 * The customers a partner has now, one searchable row each: every list and filter of
 * customers reads them here.
 */
@NullMarked
package io.partnerhub.customer.listing;

import org.jspecify.annotations.NullMarked;
