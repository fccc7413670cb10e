/**
 * The link between a customer and his partner (关联): at most one at a time, counted by
 * epoch.
 */
@NullMarked
package io.partnerhub.customer.association;

import org.jspecify.annotations.NullMarked;
