/**
 * Personal data is hidden in lists unless somebody with the permission asks for it, and
 * who did stays on record.
 */
@NullMarked
package io.partnerhub.customer.privacy;

import org.jspecify.annotations.NullMarked;
