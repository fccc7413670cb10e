/** What the gateway itself answers when it refuses, on both faces. */
@NullMarked
package io.partnerhub.gateway.answer;

import org.jspecify.annotations.NullMarked;
