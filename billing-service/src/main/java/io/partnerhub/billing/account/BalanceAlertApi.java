package io.partnerhub.billing.account;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.BalanceAlerts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The threshold below which a partner is told of its cash (余额预警, 9.5). */
@RestController
class BalanceAlertApi {

	private final Accounts accounts;

	private final BalanceAlerts alerts;

	BalanceAlertApi(Accounts accounts, BalanceAlerts alerts) {
		this.accounts = accounts;
		this.alerts = alerts;
	}

	@GetMapping("/api/v1/balance-alert")
	@Operation(summary = "Show the threshold, if there is one, and what is free")
	View show(Caller caller) {
		return View.of(cash(caller));
	}

	@PutMapping("/api/v1/balance-alert")
	@Operation(summary = "Set the threshold; whoever has less free than that is told at once")
	View set(Caller caller, @Valid @RequestBody Request request) {
		this.alerts.set(cash(caller), request.threshold());
		return View.of(cash(caller));
	}

	@DeleteMapping("/api/v1/balance-alert")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Switch the alert off")
	void remove(Caller caller) {
		this.alerts.set(cash(caller), null);
	}

	private Account cash(Caller caller) {
		Viewing.requireWholePartner(caller);
		return this.accounts.ofPartner(Realm.of(caller));
	}

	/**
	 * A threshold.
	 *
	 * @param threshold more than 0.00
	 */
	record Request(@NotNull @Positive Money threshold) {
	}

	/**
	 * The alert.
	 *
	 * @param threshold absent while the alert is off
	 * @param available the cash that is free now
	 */
	record View(@Nullable Money threshold, Money available) {

		static View of(Account cash) {
			return new View(cash.alertBelow(), cash.available());
		}

	}

}
