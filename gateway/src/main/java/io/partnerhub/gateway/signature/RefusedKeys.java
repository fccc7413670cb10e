package io.partnerhub.gateway.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Access keys whose requests were refused are told in the log (LOG-03): the key's id and
 * why, never a secret or a signature, and once a minute, however often somebody tries.
 */
@Component
class RefusedKeys {

	private static final Logger log = LoggerFactory.getLogger(RefusedKeys.class);

	private static final Duration QUIET = Duration.ofMinutes(1);

	private static final int LIMIT = 10_000;

	private final Cache<Reason, Instant> told = Caffeine.newBuilder().maximumSize(LIMIT).build();

	private final Clock clock;

	RefusedKeys(Clock clock) {
		this.clock = clock;
	}

	void tell(String accessKey, String code) {
		if (isNews(new Reason(accessKey, code))) {
			log.warn("access key {} refused: {}", accessKey, code);
		}
	}

	private boolean isNews(Reason reason) {
		Instant now = this.clock.instant();
		AtomicBoolean news = new AtomicBoolean();
		this.told.asMap().compute(reason, (same, last) -> {
			news.set(last == null || !now.isBefore(last.plus(QUIET)));
			return (last == null || news.get()) ? now : last;
		});
		return news.get();
	}

	private record Reason(String accessKey, String code) {
	}

}
