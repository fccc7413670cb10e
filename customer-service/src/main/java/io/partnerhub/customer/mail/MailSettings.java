package io.partnerhub.customer.mail;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent, and in which language.
 *
 * @param pollInterval fallback when no wake-up came, for instance after a crash
 * @param firstRetry pause after the first failure; it doubles with each further one
 * @param longestRetry longest pause between two attempts
 * @param language of mails to the operators, and to partners who have chosen none: zh or
 * en
 */
@ConfigurationProperties("partnerhub.mail")
public record MailSettings(@DefaultValue("1s") Duration pollInterval, @DefaultValue("10s") Duration firstRetry,
		@DefaultValue("15m") Duration longestRetry, @DefaultValue("zh") Language language) {

	/** The pause after so many failed attempts. */
	Duration pauseAfter(int attempts) {
		Duration pause = this.firstRetry.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
		return (pause.compareTo(this.longestRetry) < 0) ? pause : this.longestRetry;
	}

}
