package io.partnerhub.customer.preregistration;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.customer.preregistration.PreRegistrationSettings.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a prospect: refused (PRE-04), reviewed by the vendor (PRE-05) or
 * accepted at once (PRE-06). A fact that the vendor has not told about his account
 * neither passes nor fails: the vendor looks at it (CUS-02).
 */
final class ReviewRules {

	private final PreRegistrationSettings settings;

	ReviewRules(PreRegistrationSettings settings) {
		this.settings = settings;
	}

	/**
	 * Judges a prospect by the accounts he has at the vendor; one without any is simply
	 * new.
	 * @param held what excludes him inside the hub
	 * @param country where the partner says he is
	 */
	Verdict judge(Collection<AccountFacts> accounts, Set<Exclusion> held, @Nullable String country, Instant now) {
		Verdict verdict = Verdict.open();
		verdict.exclusions().addAll(held);
		for (AccountFacts account : accounts) {
			exclude(account, verdict);
			review(account, verdict);
			weighCash(account, verdict);
			weighAge(account, now, verdict);
			weighCountry(account, verdict);
		}
		if (country != null) {
			weighCountry(country, verdict);
		}
		if (!verdict.unknown().isEmpty()) {
			verdict.reviews().add(ReviewReason.FACTS_UNKNOWN);
		}
		return verdict;
	}

	private static void exclude(AccountFacts account, Verdict verdict) {
		for (Exclusion exclusion : Exclusion.values()) {
			if (exclusion.flag() != null && isTrue(account, exclusion.flag(), verdict)) {
				verdict.exclusions().add(exclusion);
			}
		}
	}

	private static void review(AccountFacts account, Verdict verdict) {
		for (ReviewReason reason : ReviewReason.values()) {
			if (reason.flag() != null && isTrue(account, reason.flag(), verdict)) {
				verdict.reviews().add(reason);
			}
		}
	}

	/**
	 * Who follows matters only once there is cash consumption: without direct sales
	 * behind him he is refused, with it reviewed (C15).
	 */
	private void weighCash(AccountFacts account, Verdict verdict) {
		if (this.settings.ignoresCash() || !account.is(Flag.CASH_CONSUMPTION).orElse(true)) {
			return;
		}
		boolean cash = isTrue(account, Flag.CASH_CONSUMPTION, verdict);
		boolean followed = isTrue(account, Flag.DIRECT_SALES_FOLLOWED, verdict);
		if (cash && account.is(Flag.DIRECT_SALES_FOLLOWED).isPresent()) {
			treatCash(followed, verdict);
		}
	}

	private void treatCash(boolean followed, Verdict verdict) {
		Treatment treatment = followed ? this.settings.cashConsumptionFollowed()
				: this.settings.cashConsumptionNotFollowed();
		switch (treatment) {
			case EXCLUDE -> verdict.exclusions()
				.add(followed ? Exclusion.CASH_CONSUMPTION_FOLLOWED : Exclusion.CASH_CONSUMPTION_NOT_FOLLOWED);
			case REVIEW -> verdict.reviews()
				.add(followed ? ReviewReason.CASH_CONSUMPTION_FOLLOWED : ReviewReason.CASH_CONSUMPTION_NOT_FOLLOWED);
			case ACCEPT -> {
				// the vendor decided that this is no obstacle
			}
		}
	}

	/** Seven days to the second are not older than seven days. */
	private void weighAge(AccountFacts account, Instant now, Verdict verdict) {
		if (account.registeredAt() == null) {
			verdict.unknown().add("REGISTERED_AT");
		}
		else if (account.registeredAt().plus(this.settings.newAccountAge()).isBefore(now)) {
			verdict.reviews().add(ReviewReason.ACCOUNT_TOO_OLD);
		}
	}

	private void weighCountry(AccountFacts account, Verdict verdict) {
		if (account.country() != null) {
			weighCountry(account.country(), verdict);
		}
		else if (this.settings.reviewForeignCountry()) {
			verdict.unknown().add("COUNTRY");
		}
	}

	private void weighCountry(String country, Verdict verdict) {
		if (this.settings.reviewForeignCountry() && !country.equals(this.settings.country())) {
			verdict.reviews().add(ReviewReason.FOREIGN_COUNTRY);
		}
	}

	private static boolean isTrue(AccountFacts account, Flag flag, Verdict verdict) {
		Optional<Boolean> told = account.is(flag);
		if (told.isEmpty()) {
			verdict.unknown().add(flag.name());
		}
		return told.orElse(false);
	}

}
