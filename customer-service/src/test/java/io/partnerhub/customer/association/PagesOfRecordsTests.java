package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.customer.Crowd;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.association.AssociationRecord.Kind;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of records reads about as many rows as it shows, of however many there are. */
@Tag("X-10")
class PagesOfRecordsTests extends AssociationScenario {

	private static final int LIMIT = 20;

	/** The page in links and in requests, each row with its link. */
	private static final long FEW = 8 * LIMIT;

	@Autowired
	private AssociationRecordStore store;

	@Autowired
	private TransactionTemplate transaction;

	private final UUID manager = Ids.next();

	private Crowd crowd;

	private Sight all;

	@Test
	void readsItsPageFromAnIndexWhateverIsAskedFor() {
		Partner partner = partner();
		this.crowd = new Crowd(this.jdbc, this.transaction);
		this.crowd.of(partner.id(), this.manager);
		this.all = Sight.all(partner.id());
		Instant middle = Instant.parse("2025-01-08T00:00:00Z");
		for (AssociationRecordFilter filter : List.of(filter(null, null, null), filter(Kind.ASSOCIATE, null, null),
				filter(Kind.DISASSOCIATE, null, null), filter(Kind.SWITCH, null, null),
				filter(Kind.TRANSFER, null, null), filter(null, null, middle), filter(null, middle, null),
				filter(Kind.SWITCH, null, middle))) {
			assertPage(this.all, filter);
		}
		UUID customer = this.store.list(this.all, filter(null, null, null), new PageQuery(1, null))
			.getFirst()
			.customerId();
		AssociationRecordFilter one = new AssociationRecordFilter(customer, null, null, null);
		assertThat(this.crowd.rowsReadBy(() -> this.store.list(this.all, one, new PageQuery(LIMIT, null))))
			.isLessThan(FEW);
	}

	@Test
	void readsForAnAccountManagerOnlyWhatIsHis() {
		Partner partner = partner();
		this.crowd = new Crowd(this.jdbc, this.transaction);
		this.crowd.of(partner.id(), this.manager);
		Sight own = new Sight(partner.id(), DataScope.OWN, this.manager);
		long his = Crowd.SIZE / Crowd.MANAGED;
		long read = this.crowd
			.rowsReadBy(() -> assertThat(this.store.list(own, filter(null, null, null), new PageQuery(LIMIT, null)))
				.hasSize(LIMIT + 1));
		assertThat(read).isLessThan(FEW + 8 * his);
	}

	/** The first page, and the one after it. */
	private void assertPage(Sight sight, AssociationRecordFilter filter) {
		List<AssociationRecord> first = this.store.list(sight, filter, new PageQuery(LIMIT, null));
		assertThat(first).as(filter.toString()).hasSize(LIMIT + 1);
		assertThat(first).isSortedAccordingTo((left, right) -> right.createdAt().compareTo(left.createdAt()));
		for (PageQuery page : List.of(new PageQuery(LIMIT, null), new PageQuery(LIMIT, first.get(LIMIT - 1).id()))) {
			assertThat(this.crowd.rowsReadBy(() -> this.store.list(sight, filter, page))).as(filter + " " + page)
				.isLessThan(FEW);
		}
		assertThat(this.store.list(sight, filter, new PageQuery(LIMIT, first.get(LIMIT - 1).id())).getFirst())
			.isEqualTo(first.getLast());
	}

	private static AssociationRecordFilter filter(@Nullable Kind kind, @Nullable Instant from, @Nullable Instant to) {
		return new AssociationRecordFilter(null, kind, from, to);
	}

}
