package io.partnerhub.localhub;

import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * One log for all that runs in this process. The services' own log settings would fight
 * over it and are left out.
 */
final class HubLog {

	private HubLog() {
	}

	static void to(Path file) {
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
			return;
		}
		context.reset();
		context.putProperty("HUB_LOG", file.toString());
		if (!SLF4JBridgeHandler.isInstalled()) {
			SLF4JBridgeHandler.removeHandlersForRootLogger();
			SLF4JBridgeHandler.install();
		}
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(context);
		try {
			configurator.doConfigure(HubLog.class.getResource("/hub-logback.xml"));
		}
		catch (JoranException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
