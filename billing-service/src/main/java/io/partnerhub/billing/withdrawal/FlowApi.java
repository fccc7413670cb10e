package io.partnerhub.billing.withdrawal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.payee.Payees;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.billing.topup.Flow;
import io.partnerhub.billing.topup.Flows;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A partner's top-ups as sources of withdrawals (WDR-05). */
@RestController
class FlowApi {

	private static final String ALLOWED = "ALLOWED";

	private final Flows flows;

	private final Payees payees;

	private final Sources sources;

	FlowApi(Flows flows, Payees payees, Sources sources) {
		this.flows = flows;
		this.payees = payees;
		this.sources = sources;
	}

	@GetMapping("/api/v1/top-up-flows")
	@Operation(summary = "The partner's top-ups, newest first: what is left of each, and which way it may be withdrawn")
	Page<Answer> list(Caller caller, PageQuery page) {
		WithdrawalRules.requireWithdrawing(caller);
		Realm realm = Realm.of(caller);
		SourceRules rules = this.sources.rules(this.payees.get(realm));
		return this.flows.page(realm, page).map((flow) -> Answer.of(flow, rules));
	}

	/**
	 * A top-up.
	 *
	 * @param invoiced covered by an invoice on receipt; return it first (WDR-04)
	 * @param taken by withdrawals that are open or were paid
	 * @param payer masked
	 * @param ways per type of withdrawal ALLOWED, if the top-up is named, or why not
	 */
	record Answer(UUID id, Channel channel, String bankSerialNumber, Money amount, Money invoiced, Money taken,
			Money left, String signingEntity, @Nullable BankAccount payer, Instant paidAt, Map<String, String> ways) {

		static Answer of(Flow flow, SourceRules rules) {
			Map<String, String> ways = new LinkedHashMap<>();
			for (WithdrawalType type : WithdrawalType.values()) {
				ways.put(type.name(), rules.refusal(flow, type, true).map(Enum::name).orElse(ALLOWED));
			}
			BankAccount payer = flow.payer();
			return new Answer(flow.id(), flow.channel(), flow.bankSerialNumber(), flow.amount(), flow.invoiced(),
					flow.taken(), flow.left(), flow.signingEntity(), (payer != null) ? payer.masked() : null,
					flow.paidAt(), ways);
		}

	}

}
