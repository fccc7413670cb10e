/**
 * The folder in which one hub lives: its lock, ports, keys and the processes it started.
 * What stands here survives a restart, and what a killed hub left behind is found here.
 */
@NullMarked
package io.partnerhub.localhub.home;

import org.jspecify.annotations.NullMarked;
