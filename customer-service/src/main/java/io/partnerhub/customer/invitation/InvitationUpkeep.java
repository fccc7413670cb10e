package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down which invitations have expired (INV-04), and reminds both sides once before
 * one does (INV-13): the mark and the mails are one transaction.
 */
@Service
class InvitationUpkeep {

	private static final int AT_ONCE = 1000;

	private final UpkeepStore store;

	private final Letters letters;

	private final InvitationSettings settings;

	private final Clock clock;

	InvitationUpkeep(UpkeepStore store, Letters letters, InvitationSettings settings, Clock clock) {
		this.store = store;
		this.letters = letters;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	int expire() {
		return this.store.expire(this.clock.instant(), AT_ONCE);
	}

	@Transactional
	int remind() {
		if (this.settings.reminder().isZero()) {
			return 0;
		}
		List<Letters.Reminder> reminders = this.store.remind(this.clock.instant(), this.settings.reminder(), AT_ONCE);
		reminders.forEach(this.letters::remind);
		return reminders.size();
	}

	@Bean
	static Job invitationExpiry(InvitationUpkeep upkeep) {
		return new Job("invitation-expiry", Duration.ofMinutes(1), upkeep::expire);
	}

	@Bean
	static Job invitationReminder(InvitationUpkeep upkeep) {
		return new Job("invitation-reminder", Duration.ofMinutes(5), upkeep::remind);
	}

}
