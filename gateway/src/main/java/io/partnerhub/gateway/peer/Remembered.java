package io.partnerhub.gateway.peer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

/**
 * Answers remembered for a while and up to a number; that there is none is forgotten
 * sooner.
 */
public final class Remembered<K, V> {

	private final Cache<K, Optional<V>> answers;

	public Remembered(int limit, Duration found, Duration missing) {
		this.answers = Caffeine.newBuilder()
			.maximumSize(limit)
			.expireAfter(Expiry.<K, Optional<V>>writing((key, answer) -> answer.isPresent() ? found : missing))
			.build();
	}

	/** Asks outside any lock, so that a slow answer holds up nobody else. */
	public Optional<V> get(K key, Function<K, Optional<V>> ask) {
		Optional<V> known = this.answers.getIfPresent(key);
		if (known == null) {
			known = ask.apply(key);
			this.answers.put(key, known);
		}
		return known;
	}

	public void forget(K key) {
		this.answers.invalidate(key);
	}

	/** Forgets the answers that are so. */
	public void forgetAll(Predicate<V> such) {
		this.answers.asMap().values().removeIf((answer) -> answer.filter(such).isPresent());
	}

}
