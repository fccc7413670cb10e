package io.partnerhub.billing.document;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an invoice is refused, revoked, corrected or returned, in 1–256 characters. */
@Schema(name = "Reason")
public record Reason(@NotBlank @Size(max = 256) String reason) {
}
