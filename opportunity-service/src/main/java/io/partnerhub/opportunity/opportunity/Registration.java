package io.partnerhub.opportunity.opportunity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the wizard of four pages collects: customer, basic, detailed and revenue
 * information (2.3). The revenue page may be absent only to be refused by its own rule
 * (OPP-06).
 */
record Registration(@NotNull UUID customerId,
		@NotNull @Size(max = 100) @Pattern(regexp = LINE) @Schema(example = "ERP to the cloud") String name,
		@Size(max = 2000) @Pattern(regexp = TEXT) @Nullable String description,
		@NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = 64) @Pattern(regexp = LINE) String> cloudServices,
		@NotNull LocalDate expectedSignDate, @Positive @Nullable Money expectedRevenue,
		@Positive @Nullable Money firstYearRevenue, @Positive @Nullable Money monthlyRevenue,
		@Nullable LocalDate launchDate) {

	/** One line that is not blank. */
	static final String LINE = "(?=.*[^\\s\\p{Z}])\\P{Cc}*";

	/** Several lines; PostgreSQL knows no NUL. */
	static final String TEXT = "[^\\x00]*";

}
