package io.partnerhub.gateway.signature;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class RefusedKeysTests {

	private final Logger log = (Logger) LoggerFactory.getLogger(RefusedKeys.class);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final MovableClock clock = new MovableClock();

	private final RefusedKeys keys = new RefusedKeys(this.clock);

	@BeforeEach
	void listen() {
		this.lines.start();
		this.log.addAppender(this.lines);
	}

	@AfterEach
	void stopListening() {
		this.log.detachAppender(this.lines);
	}

	@Test
	@Tag("LOG-03")
	void tellsEachKeyAndReasonOnceAMinute() {
		for (int attempt = 0; attempt < 3; attempt++) {
			this.keys.tell("AK1", "SIGNATURE_INVALID");
			this.clock.advance(Duration.ofSeconds(20).minusMillis(1));
		}
		this.keys.tell("AK1", "ACCESS_KEY_LOCKED");
		this.keys.tell("AK2", "SIGNATURE_INVALID");
		assertThat(this.lines.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("access key AK1 refused: SIGNATURE_INVALID", "access key AK1 refused: ACCESS_KEY_LOCKED",
					"access key AK2 refused: SIGNATURE_INVALID");
		assertThat(this.lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);

		this.clock.advance(Duration.ofMillis(3));
		this.keys.tell("AK1", "SIGNATURE_INVALID");
		assertThat(this.lines.list).hasSize(4);
	}

}
