/**
 * What this service knows of a partner's people, and how far each of them sees.
 */
@NullMarked
package io.partnerhub.customer.member;

import org.jspecify.annotations.NullMarked;
