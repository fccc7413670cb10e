/**
 * The one shared library of the services: how they keep time and money, know their
 * caller, answer errors, repeat safely and speak through events. It holds no word of the
 * business.
 */
@NullMarked
package io.partnerhub.platform;

import org.jspecify.annotations.NullMarked;
