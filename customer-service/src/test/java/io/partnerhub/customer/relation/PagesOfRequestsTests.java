package io.partnerhub.customer.relation;

import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.Crowd;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of requests reads about as many rows as it shows, of however many there are. */
@Tag("X-10")
class PagesOfRequestsTests extends RelationScenario {

	private static final int LIMIT = 20;

	/** Each row is found with its link, and read again with the names. */
	private static final long FEW = 8 * LIMIT;

	@Autowired
	private RequestViewStore store;

	@Autowired
	private TransactionTemplate transaction;

	private final UUID manager = Ids.next();

	private Crowd crowd;

	private Partner partner;

	@BeforeEach
	void crowd() {
		this.partner = distributor();
		this.crowd = new Crowd(this.jdbc, this.transaction);
		this.crowd.of(this.partner.id(), this.manager);
	}

	@Test
	void readsItsPageFromAnIndexWhateverIsAskedFor() {
		for (RequestKind kind : RequestKind.values()) {
			assertPage(kind, null, LIMIT + 1);
			assertPage(kind, State.REJECTED, LIMIT + 1);
			assertPage(kind, State.PENDING, 0);
			assertPage(kind, State.DONE, 0);
		}
		assertPage(RequestKind.MODEL_SWITCH, State.CANCELLED, LIMIT + 1);
	}

	@Test
	void readsForAnAccountManagerOnlyWhatIsHis() {
		Caller self = this.partner.manager(this.manager);
		long read = this.crowd
			.rowsReadBy(() -> assertThat(list(self, RequestKind.DISASSOCIATION, null, null)).isNotEmpty());
		assertThat(read).isLessThan(FEW + 8L * Crowd.SIZE / Crowd.MANAGED);
	}

	/** The first page, and the one after it. */
	private void assertPage(RequestKind kind, @Nullable State state, int rows) {
		Caller admin = this.partner.admin();
		List<RequestViewStore.Named> first = list(admin, kind, state, null);
		assertThat(first).as(kind + " " + state).hasSize(rows);
		assertThat(this.crowd.rowsReadBy(() -> list(admin, kind, state, null))).as(kind + " " + state).isLessThan(FEW);
		if (rows > 0) {
			UUID last = first.get(LIMIT - 1).id();
			assertThat(this.crowd.rowsReadBy(() -> list(admin, kind, state, last))).isLessThan(FEW);
			assertThat(list(admin, kind, state, last).getFirst().id()).isEqualTo(first.getLast().id());
		}
	}

	private List<RequestViewStore.Named> list(Caller caller, RequestKind kind, @Nullable State state,
			@Nullable UUID after) {
		return this.store.list(kind, state, Whose.of(caller, kind), new PageQuery(LIMIT, after), this.clock.instant());
	}

}
