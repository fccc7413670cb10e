package io.partnerhub.acceptance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.CreateCustomerV2Req;
import com.huaweicloud.sdk.bss.v2.model.CreateSubCustomerRequest;
import com.huaweicloud.sdk.bss.v2.model.SendVerificationCodeV2Req;
import com.huaweicloud.sdk.bss.v2.model.SendVerificationMessageCodeRequest;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * The vendor's own SDK sends a code to a mobile number and registers a customer with it.
 */
@Tag("INV-12")
class VendorSdkCodesTests {

	private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

	private final RunningHub hub = RunningHub.shared();

	private final BssClient sdk = VendorSdk.of(this.hub, "DISTRIBUTOR").calls();

	private final String mobile = "13"
			+ String.format("%09d", Math.floorMod(Ids.next().getLeastSignificantBits(), 1_000_000_000L));

	@Test
	void registersAMobileNumberWithTheCodeSentToIt() {
		int status = this.sdk
			.sendVerificationMessageCode(new SendVerificationMessageCodeRequest()
				.withBody(new SendVerificationCodeV2Req().withReceiverType(1).withMobilePhone(this.mobile)))
			.getHttpStatusCode();
		assertThat(status).isEqualTo(204);
		String texts = "86" + this.mobile + "@sms.partner-hub.example";
		await().atMost(Relation.PATIENCE).until(() -> !this.hub.mails(texts).isEmpty());
		Matcher code = CODE.matcher(this.hub.mails(texts).get(0).get("text").asString());
		assertThat(code.find()).isTrue();
		String wrong = code.group().equals("000000") ? "111111" : "000000";
		ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class, () -> create(wrong));
		assertThat(refusal.getHttpStatusCode() + " " + refusal.getErrorCode()).isEqualTo("400 CBC.99004010");
		assertThat(create(code.group())).isNotBlank();
	}

	private String create(String code) {
		return this.sdk.createSubCustomer(
				new CreateSubCustomerRequest().withBody(new CreateCustomerV2Req().withXaccountId(Ids.next().toString())
					.withXaccountType("acceptance")
					.withMobilePhone(this.mobile)
					.withVerificationCode(code)))
			.getDomainId();
	}

}
