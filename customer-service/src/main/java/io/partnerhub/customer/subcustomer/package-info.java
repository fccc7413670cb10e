/**
 * Customers through the vendor-compatible open API: creating, listing and checking names.
 */
@NullMarked
package io.partnerhub.customer.subcustomer;

import org.jspecify.annotations.NullMarked;
