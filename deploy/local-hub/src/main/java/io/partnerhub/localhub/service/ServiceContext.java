package io.partnerhub.localhub.service;

import java.net.URL;
import java.net.URLClassLoader;

import io.partnerhub.localhub.engine.Part;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * A service inside this process, in a Spring context of its own. Its threads carry a
 * class loader of the service's name, which is how the common log tells who speaks.
 */
public final class ServiceContext implements Part {

	private final Service service;

	private final ServiceSettings settings;

	private final Progress progress;

	private @Nullable ConfigurableApplicationContext context;

	public ServiceContext(Service service, ServiceSettings settings, Progress progress) {
		this.service = service;
		this.settings = settings;
		this.progress = progress;
	}

	@Override
	public String name() {
		return this.service.title();
	}

	@Override
	public synchronized void start() {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		ClassLoader named = new URLClassLoader(name(), new URL[0], ServiceContext.class.getClassLoader());
		thread.setContextClassLoader(named);
		try {
			this.context = new SpringApplicationBuilder(new DefaultResourceLoader(named), mainClass())
				.registerShutdownHook(false)
				.properties("spring.config.name=" + name(), "spring.application.name=" + name())
				.run(this.settings.arguments(this.service).toArray(String[]::new));
		}
		finally {
			thread.setContextClassLoader(before);
		}
		this.progress.say(name() + " ready on " + this.settings.url(this.service));
	}

	@Override
	public synchronized void stop() {
		if (this.context != null) {
			this.context.close();
			this.context = null;
		}
	}

	@Override
	public void kill() {
		throw new UnsupportedOperationException(
				name() + " shares its process with the hub; start the hub with a process per service to kill it");
	}

	@Override
	public synchronized boolean running() {
		return this.context != null;
	}

	private Class<?> mainClass() {
		try {
			return Class.forName(this.service.mainClass());
		}
		catch (ClassNotFoundException ex) {
			throw new HubFailure(name() + " is not on the class path", "Run 'mvn -DskipTests package'.", ex);
		}
	}

}
