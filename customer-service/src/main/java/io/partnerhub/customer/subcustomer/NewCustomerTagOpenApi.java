package io.partnerhub.customer.subcustomer;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** ListSubCustomerNewTag of the open API: whom the vendor counts as a new customer. */
@RestController
@Tag(name = "Open API: customers")
class NewCustomerTagOpenApi {

	/** The only operation with pages of 200. */
	private static final int LARGEST_PAGE = 200;

	private final NewCustomerTags tags;

	NewCustomerTagOpenApi(NewCustomerTags tags) {
		this.tags = tags;
	}

	@PostMapping("/v2/partners/sub-customers/new-customers-tags/batch-query")
	@Operation(summary = "ListSubCustomerNewTag",
			description = "Customers who are not the caller's are left out; without ids all of his are listed.")
	Tags list(@Valid @RequestBody TagQuery query, Caller caller) {
		Offset page = Offset.of(query.offset(), query.limit(), LARGEST_PAGE);
		return new Tags(this.tags.list(caller, query.customerIds(), query.indirectPartnerId(), page));
	}

	@Schema(name = "ListSubCustomerNewTagRequest")
	@JsonIgnoreProperties(ignoreUnknown = true)
	record TagQuery(
			@JsonProperty("customer_ids") @Size(
					max = 1_000) @Nullable List<@NotNull @Size(max = 64) String> customerIds,
			@JsonProperty("offset") @Nullable Integer offset, @JsonProperty("limit") @Nullable Integer limit,
			@JsonProperty("indirect_partner_id") @Size(max = 100) @Nullable String indirectPartnerId) {
	}

	@Schema(name = "ListSubCustomerNewTagResponse")
	record Tags(@JsonProperty("new_customer_tags") List<NewCustomerTags.Item> newCustomerTags) {
	}

}
