package io.partnerhub.billing.ledger;

import java.util.List;
import java.util.Objects;

import io.partnerhub.contracts.BillingEvent.BalanceAlertRaised;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a partner when its free cash falls below the threshold it chose (余额预警, 9.5): once
 * per crossing, so again only after the cash was above. A threshold that is set while the
 * cash is lower is crossed by that.
 */
@Component
public class BalanceAlerts {

	private final AccountStore accounts;

	private final Outbox outbox;

	BalanceAlerts(AccountStore accounts, Outbox outbox) {
		this.accounts = accounts;
		this.outbox = outbox;
	}

	/** Sets or, with no threshold, switches off. */
	@Transactional
	public void set(Account cash, @Nullable Money threshold) {
		Account before = lock(cash);
		this.accounts.setAlert(cash.id(), threshold);
		Account after = lock(cash);
		if (after.isLow() && !before.isLow()) {
			this.outbox.announce(raised(after));
		}
	}

	void follow(List<Sheet.Change> changes) {
		this.outbox.announceAll(changes.stream()
			.filter((change) -> change.after().isLow() && !change.before().isLow())
			.map((change) -> Outbox.Fact.of(raised(change.after())))
			.toList());
	}

	private Account lock(Account account) {
		return this.accounts.lock(List.of(account.id())).getFirst();
	}

	private static BalanceAlertRaised raised(Account account) {
		return new BalanceAlertRaised(account.realm().partnerId(), account.realm().ownerPartnerId(),
				Objects.requireNonNull(account.alertBelow()).amount(), account.available().amount());
	}

}
