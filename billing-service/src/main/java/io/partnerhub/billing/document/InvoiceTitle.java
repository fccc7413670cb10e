package io.partnerhub.billing.document;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * To whom an invoice is made out (发票抬头).
 *
 * @param name the company or person, 1–200 characters
 * @param taxpayerNumber 15–20 capital letters and digits; required of a company that
 * wants a special VAT invoice (INVO-07)
 */
@Schema(name = "InvoiceTitle")
public record InvoiceTitle(@NotNull Kind kind, @NotBlank @Size(max = 200) String name,
		@Nullable @Pattern(regexp = "[0-9A-Z]{15,20}",
				message = "has 15 to 20 capital letters and digits") String taxpayerNumber) {

	/** Whether an invoice of the type can be made out to it. */
	public boolean fits(InvoiceType type) {
		return type == InvoiceType.GENERAL || (this.kind == Kind.COMPANY && this.taxpayerNumber != null);
	}

	/** Who it is. */
	public enum Kind {

		COMPANY, PERSONAL

	}

}
