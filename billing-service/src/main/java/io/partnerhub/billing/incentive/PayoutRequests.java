package io.partnerhub.billing.incentive;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.billing.incentive.PayoutShareStore.Share;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner applies for one or several incentives together, wholly or in part (INC-07);
 * what it has to give back is set off with them (INC-09).
 */
@Service
@Transactional
class PayoutRequests {

	private final PayoutRequestStore store;

	private final PayoutShareStore shares;

	private final PayoutFactStore facts;

	private final PayoutDelivery delivery;

	private final IncentiveSettings settings;

	private final Clock clock;

	PayoutRequests(PayoutRequestStore store, PayoutShareStore shares, PayoutFactStore facts, PayoutDelivery delivery,
			IncentiveSettings settings, Clock clock) {
		this.store = store;
		this.shares = shares;
		this.facts = facts;
		this.delivery = delivery;
		this.settings = settings;
		this.clock = clock;
	}

	PayoutRequest submit(Caller caller, Mode mode, Map<UUID, Wanted> wanted) {
		IncentiveRules.requireActing(caller);
		Realm realm = Realm.of(caller);
		PayoutFacts certified = PayoutRules.requireCertified(this.facts.find(realm).orElse(null));
		Map<UUID, Incentive> held = new LinkedHashMap<>();
		this.shares.lockWithNegatives(realm, List.copyOf(wanted.keySet()))
			.forEach((incentive) -> held.put(incentive.id(), incentive));
		Stream<PayoutShare> chosen = wanted.entrySet()
			.stream()
			.map((entry) -> share(held.get(entry.getKey()), entry.getValue().amount(), mode));
		return this.delivery.open(certified, mode, Stream.concat(chosen, setOff(held, mode)).toList(),
				caller.subject());
	}

	@Transactional(readOnly = true)
	Page<PayoutRequest> page(Caller caller, @Nullable State state, PageQuery page) {
		IncentiveRules.requireViewing(caller);
		Realm realm = Realm.of(caller);
		return page(new Conditions().and("partner_id = :partner", "partner", realm.partnerId())
			.and("owner_partner_id = :owner", "owner", realm.ownerPartnerId())
			.and("state = :state", "state", state), page);
	}

	@Transactional(readOnly = true)
	Page<PayoutRequest> inState(@Nullable State state, PageQuery page) {
		return page(new Conditions().and("state = :state", "state", state), page);
	}

	@Transactional(readOnly = true)
	PayoutRequest get(Caller caller, UUID id) {
		IncentiveRules.requireViewing(caller);
		return this.store.find(Realm.of(caller), id).orElseThrow(PayoutRequests::unknown);
	}

	@Transactional(readOnly = true)
	List<Share> shares(PayoutRequest request) {
		return this.shares.of(request.id());
	}

	static Problem unknown() {
		return Problem.notFound("pay-out");
	}

	private PayoutShare share(@Nullable Incentive incentive, @Nullable Money amount, Mode mode) {
		if (incentive == null) {
			throw Incentives.unknown();
		}
		return PayoutRules.share(incentive, amount, mode, this.settings.automaticSince(), this.clock.instant());
	}

	/** The negative ones that a request of this mode can take along. */
	private Stream<PayoutShare> setOff(Map<UUID, Incentive> held, Mode mode) {
		Instant now = this.clock.instant();
		return held.values()
			.stream()
			.filter(Incentive::isNegative)
			.filter((incentive) -> PayoutRules.isOpen(incentive, now) && PayoutRules.canBe(incentive, mode)
					&& !PayoutRules.isAutomatic(incentive, this.settings.automaticSince()))
			.map(PayoutShare::all);
	}

	private Page<PayoutRequest> page(Conditions conditions, PageQuery page) {
		return Page.of(this.store.page(conditions, page), page, PayoutRequest::id);
	}

	/** How much of an incentive; all that is left unless told. */
	record Wanted(@Nullable Money amount) {
	}

}
