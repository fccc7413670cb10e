package io.partnerhub.customer.verification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** SendVerificationMessageCode of the open API. */
@RestController
@Tag(name = "Open API: verification codes")
class VerificationCodeOpenApi {

	private final MobileCodes codes;

	VerificationCodeOpenApi(MobileCodes codes) {
		this.codes = codes;
	}

	@PostMapping("/v2/bases/verificationcode/send")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "SendVerificationMessageCode",
			description = "A text message with a code, to register a customer (scene 29) or check his bank card (18).")
	void send(@Valid @RequestBody Message body, Caller caller) {
		this.codes.send(caller, body.purpose(), body.number(), body.customerId(), body.spoken(), body.timeout());
	}

	/** Only text messages are sent: receiver_type is 1. */
	@Schema(name = "SendVerificationMessageCodeRequest")
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Message(@JsonProperty("receiver_type") @NotNull @Min(1) @Max(1) Integer receiverType,
			@JsonProperty("timeout") @Nullable Integer timeout,
			@JsonProperty("mobile_phone") @NotNull @Pattern(regexp = MAINLAND,
					message = "is not one of mainland China") String mobilePhone,
			@JsonProperty("lang") @Pattern(regexp = "zh-cn|en-us", message = "is zh-cn or en-us") @Nullable String lang,
			@JsonProperty("scene") @Nullable Integer scene,
			@JsonProperty("customer_id") @Size(max = 64) @Nullable String customerId) {

		private static final String MAINLAND = "(0086-)?1[3-9]\\d{9}";

		Scene purpose() {
			return (this.scene != null) ? Scene.of(this.scene) : Scene.REGISTRATION;
		}

		/** As the hub writes numbers. */
		String number() {
			return "+86" + this.mobilePhone.substring(this.mobilePhone.length() - 11);
		}

		Language spoken() {
			return "en-us".equals(this.lang) ? Language.EN : Language.ZH;
		}

	}

}
