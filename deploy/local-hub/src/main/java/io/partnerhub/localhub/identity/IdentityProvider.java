package io.partnerhub.localhub.identity;

import java.time.Duration;
import java.util.List;

import io.partnerhub.localhub.engine.Part;
import io.partnerhub.localhub.engine.Postgres;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.HubKeys;
import io.partnerhub.localhub.home.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The identity provider as a part of the hub. Its people live in the database
 * {@code identity} and survive a restart.
 */
public final class IdentityProvider implements Part {

	public static final String DATABASE = "identity";

	private static final Duration TOKEN_LIFE = Duration.ofHours(12);

	private final int port;

	private final Postgres postgres;

	private final IdentitySettings settings;

	private final Progress progress;

	private @Nullable ConfigurableApplicationContext context;

	public IdentityProvider(HubHome home, int port, String issuer, Postgres postgres, Progress progress) {
		this.port = port;
		this.postgres = postgres;
		this.progress = progress;
		this.settings = new IdentitySettings(issuer, new HubKeys(home).identityKey(),
				HubKeys.localSecret(home.folder()), TOKEN_LIFE);
	}

	@Override
	public String name() {
		return "identity";
	}

	public String url() {
		return "http://127.0.0.1:" + this.port;
	}

	public String issuer() {
		return this.settings.issuer();
	}

	/** Where the public keys of the provider stand. */
	public String jwks() {
		return url() + "/oauth2/jwks";
	}

	@Override
	public synchronized void start() {
		this.context = new SpringApplicationBuilder(IdentityApplication.class).bannerMode(Banner.Mode.OFF)
			.registerShutdownHook(false)
			.properties("spring.config.name=identity")
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(IdentitySettings.class,
					() -> this.settings))
			.run(arguments().toArray(String[]::new));
		this.progress.say("Identity provider ready on " + url());
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
		stop();
	}

	@Override
	public synchronized boolean running() {
		return this.context != null;
	}

	private List<String> arguments() {
		return List.of("--server.port=" + this.port, "--server.address=127.0.0.1", "--spring.application.name=identity",
				"--server.servlet.session.cookie.name=HUB_IDENTITY", "--spring.jmx.enabled=false",
				"--spring.datasource.url=" + this.postgres.url(DATABASE),
				"--spring.datasource.username=" + this.postgres.user(),
				"--spring.datasource.hikari.maximum-pool-size=3", "--spring.datasource.hikari.minimum-idle=1",
				"--spring.flyway.locations=classpath:db/identity");
	}

}
