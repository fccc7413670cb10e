/**
 * The engines beside the services: PostgreSQL, Kafka and a mail catcher, each started,
 * stopped and killed on its own.
 */
@NullMarked
package io.partnerhub.localhub.engine;

import org.jspecify.annotations.NullMarked;
