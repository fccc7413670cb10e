package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who had a customer when. A later change ends one period and begins another; it
 * never touches what is past (ASG-09, PER-06).
 */
@Service
@Transactional
public class Attributions {

	private final AttributionStore store;

	private final MemberStore members;

	private final HistoryStore histories;

	private final AttributionSettings settings;

	Attributions(AttributionStore store, MemberStore members, HistoryStore histories, AttributionSettings settings) {
		this.store = store;
		this.members = members;
		this.histories = histories;
		this.settings = settings;
	}

	/** Who had the customer at a time, if the caller sees it. */
	public Optional<Attribution> find(Sight sight, UUID customer, Instant at) {
		return this.store.find(sight, customer, at);
	}

	/** Who had the customer at a time, whoever asks; without his account manager. */
	public Optional<Attribution> holder(UUID customer, Instant at) {
		return this.store.holder(customer, at);
	}

	/** Who had these customers when; those nobody ever had are left out. */
	public Map<UUID, History> histories(Collection<UUID> customers) {
		return this.histories.find(customers);
	}

	/** Whether the caller ever had a customer, so that he may read figures of his. */
	public boolean everHad(Sight sight, UUID customer) {
		return this.store.everHad(sight, customer);
	}

	/** How a partner's account managers log in; who is not known with it is missing. */
	public Map<UUID, String> logins(Realm realm, Collection<UUID> members) {
		return this.members.logins(realm, members);
	}

	/** The account manager of a partner who logs in so. */
	public Optional<UUID> manager(Realm realm, String login) {
		return this.members.find(realm, login);
	}

	/** Changes that were heard of since the last time; each is told once. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Change> takeChanges(int limit) {
		return this.store.takeChanges(limit);
	}

	/** A link begins where earlier ones of the customer end. */
	public void associated(CustomerAssociated event) {
		this.store.begin(LinkPeriod.of(event));
	}

	public void disassociated(CustomerDisassociated event) {
		this.store.end(event.customerId(), event.epoch(), event.endedAt());
	}

	/** The account manager stays. */
	public void switched(CustomerModelSwitched event) {
		this.store.begin(LinkPeriod.of(event));
	}

	public void transferred(CustomerTransferred event) {
		this.store.end(event.customerId(), event.endedEpoch(), event.transferredAt());
		this.store.begin(LinkPeriod.of(event));
	}

	void assigned(CustomerAssigned event) {
		this.store.assign(event,
				AttributionRules.performanceFrom(event.assignedAt(), this.settings.performanceStarts()));
	}

	void changed(MemberChanged event) {
		this.members.save(event);
	}

	@Bean
	static Subscription assignments(Attributions attributions) {
		return Subscription.to(CustomerAssigned.class, attributions::assigned)
			.and(MemberChanged.class, attributions::changed);
	}

}
