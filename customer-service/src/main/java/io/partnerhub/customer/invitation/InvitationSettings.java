package io.partnerhub.customer.invitation;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * How invitations look and how long they work.
 *
 * @param linkBase address of the acceptance page; the token is appended
 * @param validity how long a link in a mail works, in whole days (INV-04)
 * @param reminder how long before its end both sides are reminded, 0 for never (INV-13)
 * @param linkKey base64 text of the 32 bytes from which tokens of off-line links are
 * derived
 * @param guessing how many unknown tokens a source may try
 */
@Validated
@ConfigurationProperties("partnerhub.invitations")
record InvitationSettings(String linkBase, @DefaultValue("7d") Duration validity, @DefaultValue("2d") Duration reminder,
		@NotNull Resource linkKey, @DefaultValue Guessing guessing) {

	/**
	 * Limits on guessing.
	 *
	 * @param misses most unknown tokens of a source within the window, at least 1
	 * @param window how long misses count together, and how long a source then waits
	 */
	record Guessing(@DefaultValue("20") @Min(1) int misses, @DefaultValue("10m") Duration window) {
	}

}
