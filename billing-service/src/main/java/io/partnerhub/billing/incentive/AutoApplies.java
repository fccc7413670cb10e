package io.partnerhub.billing.incentive;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A partner's switch of auto-apply (INC-06). */
@Service
@Transactional
class AutoApplies {

	private final AutoApplyStore store;

	private final AutomaticPayouts automatic;

	AutoApplies(AutoApplyStore store, AutomaticPayouts automatic) {
		this.store = store;
		this.automatic = automatic;
	}

	@Transactional(readOnly = true)
	AutoApply get(Caller caller) {
		IncentiveRules.requireViewing(caller);
		return present(Realm.of(caller));
	}

	AutoApply set(Caller caller, boolean enabled, Mode mode, @Nullable String ifMatch) {
		IncentiveRules.requireActing(caller);
		Realm realm = Realm.of(caller);
		int version = present(realm).version();
		ETags.check(ifMatch, version);
		if (!this.store.save(new AutoApply(realm, enabled, mode, version))) {
			throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE", "Somebody changed it meanwhile; read it again.");
		}
		this.automatic.run(realm);
		return present(realm);
	}

	private AutoApply present(Realm realm) {
		return this.store.find(realm).orElseGet(() -> AutoApply.none(realm));
	}

}
