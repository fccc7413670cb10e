/** How many requests per second an account may send to one operation from one address. */
@NullMarked
package io.partnerhub.gateway.limit;

import org.jspecify.annotations.NullMarked;
