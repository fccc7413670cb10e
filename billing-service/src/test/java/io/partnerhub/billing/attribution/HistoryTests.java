package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.History.Assignment;
import io.partnerhub.billing.attribution.History.Link;
import io.partnerhub.billing.attribution.History.Period;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who had a customer at which moment. */
class HistoryTests {

	private static final Instant BEGAN = Instant.parse("2026-03-01T00:00:00Z");

	private static final Instant CHANGED = Instant.parse("2026-03-10T00:00:00Z");

	private static final Instant ENDED = Instant.parse("2026-03-20T00:00:00Z");

	private static final Realm FIRST = realm();

	private static final Realm SECOND = realm();

	@Test
	@Tag("PER-06")
	void givesAMomentToThePartnerOfThen() {
		History history = new History(List.of(link(FIRST, AssociationType.ADVISORY, BEGAN, CHANGED),
				link(SECOND, AssociationType.RESALE, CHANGED, ENDED)), List.of());
		assertThat(history.at(BEGAN.minusNanos(1))).isEmpty();
		assertThat(history.at(BEGAN).orElseThrow().realm()).isEqualTo(FIRST);
		assertThat(history.at(CHANGED.minusNanos(1000)).orElseThrow().associationType())
			.isEqualTo(AssociationType.ADVISORY);
		assertThat(history.at(CHANGED).orElseThrow().realm()).isEqualTo(SECOND);
		assertThat(history.at(ENDED)).isEmpty();
	}

	@Test
	@Tag("ASG-09")
	void givesAMomentToTheAccountManagerOfThen() {
		UUID early = Ids.next();
		UUID late = Ids.next();
		History history = new History(List.of(link(FIRST, AssociationType.RESALE, BEGAN, null)), List
			.of(assignment(FIRST, early, BEGAN, CHANGED, BEGAN), assignment(FIRST, late, CHANGED, null, CHANGED)));
		assertThat(history.at(CHANGED.minusSeconds(1)).orElseThrow().accountManagerId()).isEqualTo(early);
		assertThat(history.at(CHANGED).orElseThrow().accountManagerId()).isEqualTo(late);
	}

	@Test
	@Tag("PER-04")
	void countsPerformanceFromWhenItBegins() {
		UUID manager = Ids.next();
		History history = new History(List.of(link(FIRST, AssociationType.RESALE, BEGAN, null)),
				List.of(assignment(FIRST, manager, BEGAN, null, CHANGED)));
		Holder before = history.at(CHANGED.minusSeconds(1)).orElseThrow();
		assertThat(before.accountManagerId()).isEqualTo(manager);
		assertThat(before.performanceManagerId()).isNull();
		assertThat(history.at(CHANGED).orElseThrow().performanceManagerId()).isEqualTo(manager);
	}

	@Test
	@Tag("ASG-10")
	void leavesOutAccountManagersOfAnotherPartner() {
		History history = new History(List.of(link(SECOND, AssociationType.RESALE, BEGAN, null)),
				List.of(assignment(FIRST, Ids.next(), BEGAN, null, BEGAN)));
		assertThat(history.at(CHANGED).orElseThrow().accountManagerId()).isNull();
	}

	@Test
	void knowsACustomerThatSomebodyEverHad() {
		assertThat(new History(List.of(link(FIRST, AssociationType.RESALE, BEGAN, CHANGED)), List.of()).known())
			.isTrue();
		assertThat(History.NONE.known()).isFalse();
	}

	private static Link link(Realm realm, AssociationType type, Instant from, Instant to) {
		return new Link(realm, type, new Period(from, to));
	}

	private static Assignment assignment(Realm realm, UUID manager, Instant from, Instant to, Instant performance) {
		return new Assignment(realm.ownerPartnerId(), manager, new Period(from, to), performance);
	}

	private static Realm realm() {
		UUID partner = Ids.next();
		return new Realm(partner, partner);
	}

}
