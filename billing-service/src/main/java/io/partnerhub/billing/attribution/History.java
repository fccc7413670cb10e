package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * Who had a customer when, so that each transaction counts for whom it belonged to at its
 * time, whatever came later (ASG-09, PER-06).
 */
public record History(List<Link> links, List<Assignment> assignments) {

	/** Of a customer nobody ever had. */
	public static final History NONE = new History(List.of(), List.of());

	/** Whether anybody ever had him. */
	public boolean known() {
		return !this.links.isEmpty();
	}

	/** Who had him at a time. */
	public Optional<Holder> at(Instant time) {
		for (Link link : this.links) {
			if (link.period().holds(time)) {
				return Optional.of(holder(link, time));
			}
		}
		return Optional.empty();
	}

	private Holder holder(Link link, Instant time) {
		for (Assignment each : this.assignments) {
			if (each.ownerPartnerId().equals(link.realm().ownerPartnerId()) && each.period().holds(time)) {
				UUID manager = each.accountManagerId();
				return new Holder(link.realm(), link.associationType(), manager,
						time.isBefore(each.performanceFrom()) ? null : manager);
			}
		}
		return new Holder(link.realm(), link.associationType(), null, null);
	}

	/** From a moment on and before another, if it ended. */
	record Period(Instant from, @Nullable Instant to) {

		boolean holds(Instant time) {
			return !time.isBefore(this.from) && (this.to == null || time.isBefore(this.to));
		}

	}

	/** A link with a partner under one model. */
	record Link(Realm realm, AssociationType associationType, Period period) {
	}

	/** An account manager of a partner. */
	record Assignment(UUID ownerPartnerId, UUID accountManagerId, Period period, Instant performanceFrom) {
	}

}
