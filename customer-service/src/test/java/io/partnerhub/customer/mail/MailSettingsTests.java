package io.partnerhub.customer.mail;

import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("NOT-04")
class MailSettingsTests {

	private final MailSettings settings = new MailSettings(Duration.ofSeconds(1), Duration.ofSeconds(10),
			Duration.ofMinutes(15), Language.ZH);

	@Test
	void doublesThePauseWithEachFailure() {
		assertThat(this.settings.pauseAfter(1)).hasSeconds(10);
		assertThat(this.settings.pauseAfter(2)).hasSeconds(20);
		assertThat(this.settings.pauseAfter(4)).hasSeconds(80);
	}

	@Test
	void neverPausesLongerThanTheLongest() {
		assertThat(this.settings.pauseAfter(8)).hasMinutes(15);
		assertThat(this.settings.pauseAfter(Integer.MAX_VALUE)).hasMinutes(15);
	}

}
