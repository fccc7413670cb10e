package io.partnerhub.localhub;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.partnerhub.localhub.service.Service;

/**
 * Tells in the common log which service speaks, by the named class loader that its
 * threads carry.
 */
public final class PartConverter extends ClassicConverter {

	@Override
	public String convert(ILoggingEvent event) {
		ClassLoader loader = Thread.currentThread().getContextClassLoader();
		while (loader != null) {
			if (loader.getName() != null && Service.titles().contains(loader.getName())) {
				return loader.getName();
			}
			loader = loader.getParent();
		}
		return "hub";
	}

}
