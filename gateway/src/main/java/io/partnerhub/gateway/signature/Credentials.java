package io.partnerhub.gateway.signature;

import java.time.Duration;
import java.util.Optional;

import io.partnerhub.gateway.peer.Peers;
import io.partnerhub.gateway.peer.Remembered;
import io.partnerhub.gateway.peer.Service;
import org.springframework.stereotype.Component;

/**
 * The secrets of access keys, asked of partner-program-service and remembered for 60
 * seconds; an unknown key for 5.
 */
@Component
public class Credentials {

	private static final int LIMIT = 10_000;

	private final Remembered<String, Credential> known = new Remembered<>(LIMIT, Duration.ofSeconds(60),
			Duration.ofSeconds(5));

	private final Peers peers;

	Credentials(Peers peers) {
		this.peers = peers;
	}

	Optional<Credential> find(String accessKey) {
		return this.known.get(accessKey,
				(key) -> this.peers.find(Service.PROGRAM, Credential.class, "/internal/credentials/{accessKey}", key)
					.filter(Credential::active));
	}

	/** The key was disabled or changed. */
	public void forget(String accessKey) {
		this.known.forget(accessKey);
	}

}
