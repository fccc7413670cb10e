package io.partnerhub.platform.caller;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifiedTokensTests {

	private static final String HERE = "coupon-service";

	private final MovableClock clock = new MovableClock();

	private final AtomicInteger checks = new AtomicInteger();

	private final JwtDecoder tokens = remembering();

	private final String token = TestKeys.token(Caller.vendor("vera"), HERE, this.clock);

	@Test
	void checksASignatureOnce() {
		assertThat(this.tokens.decode(this.token)).isSameAs(this.tokens.decode(this.token));
		assertThat(this.checks).hasValue(1);
	}

	@Test
	void checksAnyOtherText() {
		this.tokens.decode(this.token);
		String forged = this.token.substring(0, this.token.length() - 4) + "AAAA";
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.tokens.decode(forged));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.tokens.decode(forged));
		assertThat(this.checks).hasValue(3);
	}

	@Test
	void refusesARememberedTokenOnceItHasExpired() {
		this.tokens.decode(this.token);
		this.clock.advance(Duration.ofMinutes(7));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.tokens.decode(this.token));
	}

	private JwtDecoder remembering() {
		JwtDecoder decoder = TrustedKeys.decoder(TestKeys.properties(HERE), HERE, this.clock);
		return new VerifiedTokens((text) -> {
			this.checks.incrementAndGet();
			return decoder.decode(text);
		}, this.clock);
	}

}
