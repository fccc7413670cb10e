package io.partnerhub.gateway.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Locks an access key for a source address after more than five wrong signatures in a
 * row, for five minutes. Other addresses of the same key go on working, so that nobody
 * can lock a partner out. All gateways count together; each looks again after a second.
 */
@Component
class KeyLocks {

	private static final int LIMIT = 10_000;

	private final Cache<Source, Optional<KeyFailures>> seen = Caffeine.newBuilder()
		.maximumSize(LIMIT)
		.expireAfterWrite(Duration.ofSeconds(1))
		.build();

	private final SignatureStore store;

	private final SignatureProperties properties;

	private final Clock clock;

	KeyLocks(SignatureStore store, SignatureProperties properties, Clock clock) {
		this.store = store;
		this.properties = properties;
		this.clock = clock;
	}

	boolean locked(String accessKey, String address) {
		Source source = new Source(accessKey, address);
		return failures(source)
			.filter((failures) -> failures.locks(this.properties.toleratedFailures(), this.properties.lock(),
					this.clock.instant()))
			.isPresent();
	}

	void failed(String accessKey, String address) {
		Instant now = this.clock.instant();
		this.store.countFailure(accessKey, address, now, now.minus(this.properties.lock()));
		this.seen.invalidate(new Source(accessKey, address));
	}

	void succeeded(String accessKey, String address) {
		Source source = new Source(accessKey, address);
		if (failures(source).isPresent()) {
			this.store.clearFailures(accessKey, address);
			this.seen.invalidate(source);
		}
	}

	private Optional<KeyFailures> failures(Source source) {
		Optional<KeyFailures> known = this.seen.getIfPresent(source);
		if (known == null) {
			known = this.store.failures(source.accessKey(), source.address());
			this.seen.put(source, known);
		}
		return known;
	}

	private record Source(String accessKey, String address) {
	}

}
