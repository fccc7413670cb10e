package io.partnerhub.program.servicetype;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor says about a service type, whole.
 *
 * @param nameZh 1–128 characters
 * @param nameEn 1–128 characters
 * @param abbreviation up to 64 characters
 */
@Schema(name = "ServiceTypeNames")
record NewServiceType(@NotBlank @Size(max = 128) @Schema(example = "弹性云服务器") String nameZh,
		@NotBlank @Size(max = 128) @Schema(example = "Elastic Cloud Server") String nameEn,
		@Nullable @Size(min = 1, max = 64) @Schema(example = "ECS") String abbreviation) {

	ServiceType as(UUID id, String code) {
		return new ServiceType(id, code, this.nameZh, this.nameEn, this.abbreviation);
	}

}
