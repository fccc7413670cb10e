package io.partnerhub.billing.claim;

import java.time.Clock;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens dedicated accounts, one per partner (TOP-01). */
@Service
class DedicatedAccounts {

	private final DedicatedAccountStore store;

	private final Settings settings;

	private final Clock clock;

	DedicatedAccounts(DedicatedAccountStore store, Settings settings, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	DedicatedAccount open(Caller caller) {
		Realm realm = Realm.of(caller);
		this.store.open(realm, this.settings.dedicatedPrefix(), this.clock.instant());
		return get(realm);
	}

	@Transactional(readOnly = true)
	DedicatedAccount own(Caller caller) {
		Claims.requireToppingUp(caller);
		return get(Realm.of(caller));
	}

	private DedicatedAccount get(Realm realm) {
		return this.store.find(realm).orElseThrow(() -> Problem.notFound("dedicated account"));
	}

	/**
	 * How numbers look.
	 *
	 * @param dedicatedPrefix 1–16 digits before the running number
	 */
	@ConfigurationProperties("partnerhub.top-up")
	record Settings(@DefaultValue("62148800") String dedicatedPrefix) {
	}

}
