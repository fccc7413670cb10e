package io.partnerhub.customer.relation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why the other side does not agree. */
@Schema(name = "DisassociationRefusal")
record Refusal(@Size(max = 512) @Nullable String reason) {

	static @Nullable String reasonOf(@Nullable Refusal body) {
		return (body != null) ? body.reason() : null;
	}

}
