package io.partnerhub.billing.payee;

import java.time.Clock;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the vendor knows of partners as receivers of money; a partner of whom
 * nothing was told is verified under its registered name (WDR-03).
 */
@Service
@Transactional
public class Payees {

	private final PayeeStore store;

	private final PayeeSettings settings;

	private final Clock clock;

	Payees(PayeeStore store, PayeeSettings settings, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	public Payee get(Realm realm) {
		return this.store.find(realm, this.settings.signingEntity()).orElseThrow(() -> Problem.notFound("partner"));
	}

	/** The payee, whose next withdrawal waits until the present transaction ends. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Payee hold(Realm realm) {
		this.store.lock(realm);
		return get(realm);
	}

	void learn(Payee payee) {
		this.store.save(payee, this.clock.instant());
	}

}
