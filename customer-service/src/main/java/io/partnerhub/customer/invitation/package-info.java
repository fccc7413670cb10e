/**
 * Inviting a prospect by mail, and his acceptance.
 */
@NullMarked
package io.partnerhub.customer.invitation;

import org.jspecify.annotations.NullMarked;
