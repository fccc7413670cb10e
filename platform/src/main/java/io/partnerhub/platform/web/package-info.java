/** What every HTTP answer of the hub has in common. */
@NullMarked
package io.partnerhub.platform.web;

import org.jspecify.annotations.NullMarked;
