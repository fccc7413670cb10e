package io.partnerhub.customer.subcustomer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.AccountFacts.NewCustomerTag;
import io.partnerhub.customer.fact.Facts;
import io.partnerhub.customer.listing.Criterion;
import io.partnerhub.customer.listing.Listing;
import io.partnerhub.customer.listing.ListingFilter;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which customers the vendor counts as new. Before the real-name check nobody is either;
 * what the vendor has not told is undetermined, and after its last month a tag turns to
 * N.
 */
@Service
class NewCustomerTags {

	private static final ZoneOffset BILLING_ZONE = ZoneOffset.ofHours(8);

	private static final int VERIFIED = 2;

	private final SubCustomers subCustomers;

	private final Facts facts;

	private final Clock clock;

	NewCustomerTags(SubCustomers subCustomers, Facts facts, Clock clock) {
		this.subCustomers = subCustomers;
		this.facts = facts;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	List<Item> list(Caller caller, @Nullable List<String> customerIds, @Nullable String indirectPartnerId,
			Offset page) {
		ListingFilter filter = new ListingFilter().with(Criterion.CUSTOMER_IDS, ids(customerIds));
		List<Listing> rows = this.subCustomers.list(caller, filter, indirectPartnerId, page).rows();
		Map<String, AccountFacts> facts = this.facts.of(rows.stream().map(Listing::accountName).toList());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), BILLING_ZONE);
		return rows.stream()
			.map((row) -> Item.of(row, facts.get(row.accountName().toLowerCase(Locale.ROOT)), today))
			.toList();
	}

	private static UUID @Nullable [] ids(@Nullable List<String> customerIds) {
		return (customerIds == null || customerIds.isEmpty()) ? null
				: customerIds.stream().map(Wire::id).filter(Objects::nonNull).toArray(UUID[]::new);
	}

	/** A customer's tag; the months are those of the vendor. */
	@Schema(name = "NewCustomerTagItem")
	record Item(@JsonProperty("customer_id") String customerId,
			@JsonProperty("customer_tag_type") @Schema(example = "SMB") String type,
			@JsonProperty("new_customer_tag") @Schema(
					description = "Y, N, UNDETERMINED, or empty before the real-name check", example = "Y") String tag,
			@JsonProperty("effective_time") @Schema(example = "2026-03") @Nullable String effective,
			@JsonProperty("expire_time") @Schema(example = "2026-12") @Nullable String expires) {

		static Item of(Listing row, @Nullable AccountFacts facts, LocalDate today) {
			String id = row.customerId().toString();
			if (row.verifiedStatus() != VERIFIED) {
				return new Item(id, "SMB", "", null, null);
			}
			NewCustomerTag tag = (facts != null) ? facts.newCustomerTag() : null;
			return (tag != null) ? new Item(id, "SMB", tag.on(today).name(), text(tag.effective()), text(tag.expires()))
					: new Item(id, "SMB", NewCustomerTag.Value.UNDETERMINED.name(), null, null);
		}

		private static @Nullable String text(@Nullable YearMonth month) {
			return (month != null) ? month.toString() : null;
		}

	}

}
